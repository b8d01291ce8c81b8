/** A store as an engine or a configuration names it: `consul://10.0.0.7:8500`. */
import type { ClusterStore, StoreKind } from '../target/cluster';

const KINDS: Readonly<Record<string, StoreKind>> = {
  consul: 'consul',
  etcd: 'etcd',
  zk: 'zookeeper',
  zookeeper: 'zookeeper',
};

/** The store that a URL names, reached from here as the engines reach it; undefined where it names none. */
export function storeOf(url: string): ClusterStore | undefined {
  const [, scheme = '', address] = /^([a-z]+):\/\/([^/\s]+)/.exec(url) ?? [];
  const kind = KINDS[scheme];
  // Several members of one store stand there with commas.
  const [first] = (address ?? '').split(',');
  if (kind === undefined || first === undefined || first === '') return undefined;
  return { kind, address: first, reachedAt: first };
}

/** As the daemon's `--cluster-store` names them: libkv, store.go of Docker 1.11. */
const SCHEMES: Readonly<Record<StoreKind, string>> = { consul: 'consul', etcd: 'etcd', zookeeper: 'zk' };

/** A store as `--cluster-store` takes it: `etcd://10.93.7.200:2379`. */
export function storeUrl(kind: StoreKind, address: string): string {
  return `${SCHEMES[kind]}://${address}`;
}
