/** What became of the cluster store after Docker 1.11. */
import type { EngineChange } from '../../helpers/claims/changes';

export const storeOptionsRemoved: EngineChange = {
  vendor: 'docker',
  engine: '>=23.0.0',
  why: 'the options --cluster-store and --cluster-advertise were removed, and the daemon refuses to start with them',
  reference: 'release notes of Docker Engine 23.0, "Removed"; moby, cmd/dockerd/config_unix.go',
};

export const withoutConsul: EngineChange = {
  vendor: 'docker',
  engine: '>=20.10.0 <23.0.0',
  build: 'dfsg',
  why: 'Debian\'s builds leave Consul out: the daemon ends with "discovery service not supported"',
  reference: 'measured on 20.10.5+dfsg1 and 20.10.24+dfsg1',
};

export const zooKeeperPanics: EngineChange = {
  vendor: 'docker',
  engine: '>=20.10.0 <23.0.0',
  build: 'dfsg',
  why: "Debian's builds panic when an overlay network is removed and the store is ZooKeeper 3.8",
  reference: 'measured on 20.10.24+dfsg1',
};
