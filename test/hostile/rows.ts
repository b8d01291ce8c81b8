/** What a row of the tables of sick engines says. */
import type { Plant } from '../../helpers/faults/plant';
import type { Bystanders } from './bystanders';
import type { Sick } from './sick-answers';
import type { SickCall } from './sick-engine';

/**
 * What must come of a run on a sick engine.
 *
 * - `cannot judge`: status 2, one line and at most its mend, and no report
 * - `error`: status 3, and the verdict of each claim is an error: nothing is said of them
 * - `unmoved`: status 0, as without the sickness, which is in nothing that is judged or read
 * - `told`: status 3, the claims are judged as without it, and what could not be done is told
 * - `fail`: status 1: the answer is well-formed and does depart from the claim, with a hostile text in it
 */
export type Must = 'cannot judge' | 'error' | 'unmoved' | 'told' | 'fail';

export interface Row {
  readonly what: string;
  readonly must: Must;
  /** What must be said, in the outputs of the command. */
  readonly says?: RegExp;
}

/** A server that is sick from the first call on. */
export interface ProbingRow extends Row {
  readonly sick: readonly SickCall[];
}

/** A live engine with something sick between it and the suite. */
export interface LiveRow extends Row {
  /** Glob of the claims that are tried. */
  readonly only: string;
  readonly sick?: readonly SickCall[];
  /** Whether calls are given as long as they are for operators: what is huge and passes needs some time. */
  readonly patient?: true;
  /** A change of what the live engine answers. */
  readonly plant?: (others: Bystanders) => Plant;
}

/** One call that is sick, always or the n-th time alone. */
export function sickAt(call: RegExp, sick: Sick, nth?: number): readonly SickCall[] {
  return [{ call, sick, ...(nth === undefined ? {} : { nth }) }];
}
