/** What came of trying one claim on one target, before it is held against what is known of the engine. */
import type { Evidence } from '../engine/transcript';
import type { CallToShow } from './call-to-show';

/** `pass` it holds · `fail` the engine departs · `error` the suite or the engine broke, nothing is said of the claim. */
export type TriedVerdict = 'pass' | 'fail' | 'error';

export interface ClaimResult {
  readonly claim: string;
  readonly verdict: TriedVerdict;
  /** Why it is no pass, in one line. */
  readonly reason: string | null;
  readonly failure?: { readonly what: string; readonly expected: unknown; readonly observed: unknown };
  readonly durationMs: number;
  /** How often it was tried. */
  readonly attempts: number;
  readonly convergence: readonly { readonly what: string; readonly tookMs: number }[];
  readonly evidence: Evidence;
  /** Where a person begins to look: the call whose answer did not hold, else the last one. */
  readonly shown?: CallToShow | undefined;
}
