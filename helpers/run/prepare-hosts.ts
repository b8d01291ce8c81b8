/** Gets the hosts of a target ready at the same time, and puts them back. */
import type { ReachedCluster } from '../cluster/reach-cluster';
import type { Cluster } from '../target/cluster';
import type { ClusterFacts } from '../target/facts';
import { type HostToPrepare, type PreparedHost, prepareHost } from './prepare-host';
import type { Aftermath } from './put-back';
import type { SessionCluster } from './session-cluster';
import { overlaps, parseRange } from './subnets';

/** The hosts in their order. Where one cannot be made ready the others are put back, and its failure is thrown. */
export async function prepareHosts(hosts: readonly HostToPrepare[]): Promise<PreparedHost[]> {
  const ends = await Promise.allSettled(hosts.map(prepareHost));
  const ready = ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []));
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed === undefined) return ready;
  await Promise.all(ready.map((host) => host.putBack([])));
  throw failed.reason;
}

/**
 * Puts all hosts back, the first one last: its client holds those of the others.
 *
 * @param left what could not be removed so far
 * @param names of the hosts of a cluster, which what is said of them then begins with
 */
export async function putHostsBack(
  hosts: readonly PreparedHost[],
  left: readonly string[],
  names: readonly string[],
): Promise<Aftermath> {
  const [first, ...others] = hosts;
  if (first === undefined) throw new TypeError('a target without a host');
  const behind = await Promise.all(others.map((host) => host.putBack([])));
  const own = await first.putBack(left);
  if (behind.length === 0) return own;
  const all = [own, ...behind];
  const said = (index: number, line: string) => `${names[index] ?? index}: ${line}`;
  return {
    left: all.flatMap((each, index) => each.left.map((line) => said(index, line))),
    differences: all.flatMap(({ differences }, index) =>
      differences.map((difference) => ({ ...difference, kind: said(index, difference.kind) })),
    ),
    hostUnseen: own.hostUnseen,
  };
}

/** The cluster as a session has it, once its hosts were seen. */
export function preparedCluster(
  reached: ReachedCluster,
  cluster: Cluster,
  hosts: readonly PreparedHost[],
): SessionCluster {
  const places = hosts.map(({ run, image, ledger }, index) => ({
    ...{ run, image, ledger },
    name: cluster.hosts[index]?.name ?? String(index),
    endpoint: (cluster.hosts[index] ?? cluster.hosts[0]).endpoint,
  }));
  const [first, ...others] = places;
  if (first === undefined) throw new TypeError('a cluster without a host');
  const managers = reached.managers.map(({ name, endpoint, client }) => ({
    ...{ ...first, name, endpoint },
    run: { ...first.run, client },
  }));
  const facts = { ...reached.facts, routed: routedPair(cluster, hosts), withoutIpvs: withoutIpvs(places, hosts) };
  return { cluster, facts, others, managers };
}

function withoutIpvs(places: readonly { readonly name: string }[], hosts: readonly PreparedHost[]): string[] {
  return places.filter((_place, index) => hosts[index]?.view.kernelParts.ip_vs !== 'there').map(({ name }) => name);
}

/** Two hosts of which one's address is not in the subnet that the other has its own in. */
function routedPair({ hosts }: Cluster, prepared: readonly PreparedHost[]): ClusterFacts['routed'] {
  for (const [index, { view }] of prepared.entries()) {
    const own = view.ranges.find((range) => range.startsWith(`${hosts[index]?.address}/`));
    const subnet = parseRange(own ?? '');
    if (subnet === undefined) continue;
    const beyond = hosts.findIndex(({ address }) => {
      const there = parseRange(address);
      return there !== undefined && !overlaps(subnet, there);
    });
    if (beyond >= 0) return [index, beyond];
  }
  return null;
}
