/** What came of planting faults. */
import type { TriedVerdict } from '../run/result';

/** A fault that was planted, and what the check of its claim made of it. */
export interface Trial {
  readonly claim: string;
  /** The fault, in words. */
  readonly what: string;
  /** Whether the claim failed, and for the reason that the fault names. */
  readonly noticed: boolean;
  readonly verdict: TriedVerdict;
  /** Why it is no pass, and what is amiss with the fault itself; empty where nothing was noticed. */
  readonly reason: string;
  /** In how many calls it was planted. */
  readonly planted: number;
  readonly durationMs: number;
}

/** A claim, and one line about it. */
export interface Remark {
  readonly claim: string;
  readonly why: string;
}

export interface Proof {
  readonly trials: readonly Trial[];
  /** Implemented claims that name no fault. */
  readonly withoutFault: readonly string[];
  /** Those that say why none can be planted in calls. */
  readonly notPlantable: readonly Remark[];
  /** Those that name faults and cannot be tried on this engine: a need is absent, or the engine is known to fail them. */
  readonly notTried: readonly Remark[];
  /** Those that were no pass without a fault, where one was expected. */
  readonly unsound: readonly Remark[];
  /** What is left on the engine, a line each. */
  readonly left: readonly string[];
  readonly durationMs: number;
}

/** How many of the planted faults were noticed, and whether all is as it must be. */
export function summaryOf(proof: Proof): { noticed: number; planted: number; sound: boolean } {
  const planted = proof.trials.length;
  const noticed = proof.trials.filter((trial) => trial.noticed).length;
  return { noticed, planted, sound: noticed === planted && proof.unsound.length === 0 && proof.left.length === 0 };
}
