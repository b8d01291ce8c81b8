/**
 * Hosts of the lab that come up other than a claim asks for them: an engine that passes over a flag, a registry that keeps its
 * data elsewhere. What is wrong with them is so from the start, and in everything that they do.
 */
import type { TargetLab } from '../target/target';
import type { Plant } from './plant';

/** @param change returns what it was given where a host is not meant */
export function startsHosts(change: NonNullable<Plant['host']>): Plant {
  return { meant: () => false, hand: () => (call, ask) => ask(call), host: change };
}

/** Some of the flags with which an engine is started are left out, or are others. */
export function mishearsFlags(change: (flag: string) => string | undefined): Plant {
  return startsHosts((asked) => {
    const { flags = [] } = asked;
    const heard = flags.map(change).filter((flag) => flag !== undefined);
    const same = heard.length === flags.length && heard.every((flag, at) => flag === flags[at]);
    return same ? asked : { ...asked, flags: heard };
  });
}

/**
 * The lab of a target with a fault in the hosts that it starts.
 *
 * @param planted called for each host that comes up otherwise
 */
export function faultyLab(of: TargetLab, plant: Plant | undefined, planted: () => void): TargetLab {
  const { lab } = of;
  return {
    ...of,
    lab: {
      network: (options) => lab.network(options),
      startHost: async (asked) => {
        const started = (await plant?.host?.(asked)) ?? asked;
        if (started !== asked) planted();
        return lab.startHost(started);
      },
    },
  };
}
