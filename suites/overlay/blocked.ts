/** Ports between two hosts, blocked in the packet filters of both for a while: only for each other, and always opened again. */
import type { HostTools } from '../../helpers/claims/cluster';
import type { ClaimTools } from '../../helpers/claims/tools';
import { dropped, filter } from '../../helpers/cluster/packet-filter';

export interface BlockedPort {
  readonly protocol: 'tcp' | 'udp';
  readonly port: number;
}

/** The hosts open themselves after as many seconds, whatever becomes of the suite. */
const LONGEST_SECONDS = 60;

/** Runs the section while nothing gets through to these ports from either of two hosts to the other. */
export async function whileBlocked<T>(
  { cluster }: Pick<ClaimTools, 'cluster'>,
  ports: readonly BlockedPort[],
  section: () => Promise<T>,
): Promise<T> {
  const [here, there] = cluster.pair;
  const closed: (() => Promise<void>)[] = [];
  const open = async () => void (await Promise.all(closed.map((remove) => remove())));
  // Where the claim's time is over the section may still be under way.
  here.make.restore(open);
  const block = async (host: HostTools, other: HostTools) => {
    const rules = ports.map(({ protocol, port }) => dropped(protocol, port, other.address));
    closed.push(await filter(host, rules, host.make.name(), LONGEST_SECONDS));
  };
  try {
    await block(here, there);
    await block(there, here);
    return await section();
  } finally {
    await open();
  }
}
