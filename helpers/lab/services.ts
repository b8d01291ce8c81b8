/** What clusters need beside engines, as hosts of the lab: stores and a registry, from Debian's packages too. */
import type { PackageRecipe } from './recipe';

/** Whatever address its clients were given, etcd sends them on to the one that it advertises: the host's own. */
const ETCD_PROCESS = `exec etcd --data-dir=/var/lib/etcd/lab --enable-v2 --listen-client-urls=http://0.0.0.0:2379 \
  --advertise-client-urls="http://$(hostname -i | cut -d ' ' -f 1):2379" "$@"`;

/** etcd 3.4, whose v2 API the cluster store of Docker speaks. */
export const ETCD: PackageRecipe = {
  kind: 'etcd',
  source: { kind: 'packages', release: 'bookworm', packages: ['etcd-server', 'etcd-client', 'tini'] },
  command: (flags) => ['sh', '-c', ETCD_PROCESS, 'etcd', ...flags],
  data: '/var/lib/etcd',
  port: 2379,
  ready: '/health',
  privileged: false,
};

/** Consul 1.8, as a server by itself: the last that Debian has. */
export const CONSUL: PackageRecipe = {
  kind: 'consul',
  source: { kind: 'packages', release: 'bullseye', packages: ['consul', 'tini'] },
  command: (flags) => [
    'consul',
    'agent',
    '-server',
    '-bootstrap-expect=1',
    '-data-dir=/var/lib/consul/lab',
    '-client=0.0.0.0',
    '-bind={{ GetPrivateIP }}',
    // Elects itself in a second, where the default takes five to ten.
    '-hcl=performance { raft_multiplier = 1 }',
    ...flags,
  ],
  data: '/var/lib/consul',
  port: 8500,
  // Refused until a leader is elected.
  ready: '/v1/catalog/nodes',
  privileged: false,
};

/** Debian's own configuration asks for a password; this one lets everyone in, and images be deleted. */
const REGISTRY_CONFIG = `version: 0.1
storage:
  delete: {enabled: true}
  filesystem: {rootdirectory: /var/lib/docker-registry}
http: {addr: ':5000'}
`;

/** The distribution's registry, over plain HTTP. */
export const REGISTRY: PackageRecipe = {
  kind: 'registry',
  source: { kind: 'packages', release: 'bookworm', packages: ['docker-registry', 'ca-certificates', 'tini'] },
  files: { '/etc/docker/registry/lab.yml': REGISTRY_CONFIG },
  command: (flags) => ['docker-registry', 'serve', ...flags, '/etc/docker/registry/lab.yml'],
  data: '/var/lib/docker-registry',
  port: 5000,
  ready: '/v2/',
  privileged: false,
};
