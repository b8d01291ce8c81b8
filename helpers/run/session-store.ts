/** The store of a cluster, taken from its hosts for a while. */
import type { HostTools, StoreTools } from '../claims/cluster';
import { filter, refusedTo } from '../cluster/packet-filter';
import type { ClusterStore } from '../target/cluster';
import type { Belongings } from './belongings';

/** After as many seconds a host lets itself to the store again, whatever became of this suite. */
const LONGEST_OUTAGE_SECONDS = 120;

/**
 * The tools of a store.
 *
 * @param mark of the rules in the hosts' packet filters
 * @param belongings of the claim: the store is back before anything of it is removed
 */
export function storeTools(
  store: ClusterStore,
  hosts: readonly HostTools[],
  mark: string,
  belongings: Belongings,
): StoreTools {
  const { kind, address, reachedAt } = store;
  return {
    kind,
    address,
    reachedAt,
    during: async (section) => {
      let restored: Promise<void> | undefined;
      let restore = async () => {};
      const once = () => {
        restored ??= restore();
        return restored;
      };
      // Where the claim's time is over the section may still be under way.
      belongings.addRestoration(once);
      restore = await cut(store, hosts, mark);
      try {
        return await section();
      } finally {
        await once();
      }
    },
  };
}

/** Returns what brings it back. */
async function cut(
  { control, address }: ClusterStore,
  hosts: readonly HostTools[],
  mark: string,
): Promise<() => Promise<void>> {
  if (control !== undefined) {
    await control.stop();
    return () => control.start();
  }
  const rules = [refusedTo(address)];
  const open = await Promise.all(hosts.map((host) => filter(host, rules, mark, LONGEST_OUTAGE_SECONDS)));
  return async () => void (await Promise.all(open.map((remove) => remove())));
}
