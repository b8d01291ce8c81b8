/** The key-value stores as hosts of the lab, and the flags by which engines share one. */
import { ENGINE_PORT } from '../lab/engines';
import type { LabHost } from '../lab/lab-host';
import type { PackageRecipe } from '../lab/recipe';
import { CONSUL, ETCD } from '../lab/services';
import type { StoreKind } from '../target/cluster';
import { storeUrl } from './store-address';

const ZOOKEEPER_CONFIG = `tickTime=2000
dataDir=/var/lib/zookeeper
clientPort=2181
admin.serverPort=8080
`;

/**
 * ZooKeeper 3.8 by itself, without the package that brings a desktop's Java. It speaks no HTTP on the port of its clients; its
 * administration does on 8080.
 */
const ZOOKEEPER: PackageRecipe = {
  kind: 'zookeeper',
  source: {
    kind: 'packages',
    release: 'bookworm',
    packages: ['libzookeeper-java', 'default-jre-headless', 'libslf4j-java', 'tini'],
  },
  files: { '/etc/zookeeper/lab.cfg': ZOOKEEPER_CONFIG },
  command: (flags) => [
    'java',
    '-Xmx128m',
    '-cp',
    '/usr/share/java/*',
    'org.apache.zookeeper.server.quorum.QuorumPeerMain',
    ...flags,
    '/etc/zookeeper/lab.cfg',
  ],
  data: '/var/lib/zookeeper',
  port: 8080,
  ready: '/commands/ruok',
  privileged: false,
};

export const STORE_RECIPES: Readonly<Record<StoreKind, PackageRecipe>> = {
  consul: CONSUL,
  etcd: ETCD,
  zookeeper: ZOOKEEPER,
};

/** The ports of the stores' clients. */
export const STORE_PORTS: Readonly<Record<StoreKind, number>> = { consul: 8500, etcd: 2379, zookeeper: 2181 };

/** The flags of line 235 of the document. The first network of a lab host is eth0. */
export function storeFlags(kind: StoreKind, address: string): string[] {
  return [`--cluster-store=${storeUrl(kind, address)}`, `--cluster-advertise=eth0:${ENGINE_PORT}`];
}

/** Where this machine reaches the client's port of a store: only one port of a lab host is published, all are on its network. */
export function reachedAt(kind: StoreKind, { address }: LabHost): string {
  return `${address}:${STORE_PORTS[kind]}`;
}
