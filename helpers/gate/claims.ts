/** Check by check: the claims of a baseline and those of a run. */
import type { BaselineClaim } from '../../reports/baseline';
import type { ReportResult } from '../../reports/report';
import { inOneLine, type NotCompared, type RawDifference } from './difference';

export interface ClaimComparison {
  readonly compared: number;
  readonly unchanged: number;
  readonly differences: readonly RawDifference[];
  readonly notCompared: readonly NotCompared[];
}

export interface ClaimWords {
  /** The reason of a result as a baseline has it, without what is different in every run. */
  constantReason(result: ReportResult): string | null;
  seeByHand(result: ReportResult): string;
}

/** Compares the claims that both judged, and names those that only one did. */
export function compareClaims(
  before: readonly BaselineClaim[],
  now: readonly ReportResult[],
  words: ClaimWords,
): ClaimComparison {
  const earlier = new Map(before.map((claim) => [claim.claim, claim]));
  const results = new Map(now.map((result) => [result.claim, result]));
  const differences: RawDifference[] = [];
  const notCompared: NotCompared[] = [];
  let compared = 0;
  for (const result of now) {
    const was = earlier.get(result.claim);
    if (!isJudged(result)) continue;
    if (was === undefined || !isJudged(was)) {
      notCompared.push({ claim: result.claim, side: 'run', ...because(was?.reason ?? 'not in the baseline') });
      continue;
    }
    compared += 1;
    const difference = differenceBetween(was, result, words);
    if (difference !== undefined) differences.push(difference);
  }
  for (const was of before) {
    const result = results.get(was.claim);
    if (!isJudged(was) || (result !== undefined && isJudged(result))) continue;
    notCompared.push({ claim: was.claim, side: 'baseline', ...because(whyNotJudged(result)) });
  }
  return { compared, unchanged: compared - differences.length, differences, notCompared };
}

function differenceBetween(was: BaselineClaim, result: ReportResult, words: ClaimWords): RawDifference | undefined {
  const change = changeBetween(was, result, words);
  if (change === undefined) return undefined;
  return {
    subject: 'claim',
    id: result.claim,
    change,
    was: told(was.verdict, was.reason),
    is: told(result.verdict, result.reason),
    // What is known of a failure explains no pass.
    ...(result.verdict === 'pass' || result.change === undefined ? {} : { since: result.change }),
    seeByHand: words.seeByHand(result),
  };
}

function changeBetween(
  was: BaselineClaim,
  result: ReportResult,
  words: ClaimWords,
): RawDifference['change'] | undefined {
  if (was.verdict !== result.verdict) return result.verdict === 'fail' ? 'regression' : 'fixed';
  if (was.verdict === 'pass' || was.reason === words.constantReason(result)) return undefined;
  return 'changed-reason';
}

function isJudged({ verdict }: { readonly verdict: ReportResult['verdict'] }): boolean {
  return verdict === 'pass' || verdict === 'fail';
}

function told(verdict: string, reason: string | null): string {
  if (verdict === 'pass') return 'passes';
  return inOneLine(`fails: ${reason ?? 'no reason given'}`);
}

function whyNotJudged(result: ReportResult | undefined): string {
  if (result === undefined) return 'not selected, or not known to this version';
  return result.verdict === 'error' ? `ended in an error: ${result.reason}` : (result.reason ?? 'not applicable');
}

function because(reason: string): { reason: string } {
  return { reason: inOneLine(reason) };
}
