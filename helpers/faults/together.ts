/** Several faults as one: an engine that does not do what it says it does is wrong in two places. */
import type { Plant } from './plant';

/** Each call is for the first of them that means it. */
export function together(...plants: readonly Plant[]): Plant {
  const hosts = plants.flatMap(({ host }) => (host === undefined ? [] : [host]));
  return {
    ...(hosts.length === 0
      ? {}
      : { host: (asked) => hosts.reduce(async (changed, host) => host(await changed), Promise.resolve(asked)) }),
    meant: (method, path) => plants.some((plant) => plant.meant(method, path)),
    hand: () => {
      const hands = plants.map((plant) => ({ meant: plant.meant, hand: plant.hand() }));
      return (call, ask, planted) => {
        const own = hands.find(({ meant }) => meant(call.method, call.path));
        return own === undefined ? ask(call) : own.hand(call, ask, planted);
      };
    },
  };
}
