/** Test cases of JUnit, as results become them. */
import type { ReportResult } from '../report';
import { showPair } from '../values';
import { documentLines, type JudgedClaim, type TargetView } from '../view';

/** Longest value of a text, in characters. */
const VALUE = 1000;

export interface Case {
  readonly name: string;
  readonly classname: string;
  readonly durationMs: number;
  readonly failure?: { readonly type: string; readonly message: string; readonly body: readonly string[] };
  readonly error?: { readonly message: string; readonly body: readonly string[] };
  readonly skipped?: string;
  readonly output?: readonly string[];
}

export interface Suite {
  readonly name: string;
  readonly view: TargetView;
  readonly cases: readonly Case[];
}

/** The case of a claim: a departure is a failure; a known change or a waived failure passes, and its output says why. */
export function caseOf(classname: string, item: JudgedClaim): Case {
  const { claim, result } = item;
  const base = { name: claim.id, classname, durationMs: result.durationMs };
  if (result.verdict === 'not-applicable') return { ...base, skipped: result.reason ?? 'not applicable' };
  if (result.verdict === 'error') {
    return { ...base, error: { message: result.reason ?? 'no reason given', body: describe(item) } };
  }
  switch (result.outcome) {
    case 'regression':
    case 'unexpected-pass':
      return { ...base, failure: { type: result.outcome, message: message(result), body: describe(item) } };
    case 'known-change':
    case 'waived':
      return { ...base, output: [`fails, and is counted as passed: ${result.outcome}`, ...describe(item)] };
    default:
      return base;
  }
}

function message(result: ReportResult): string {
  if (result.outcome === 'unexpected-pass') return 'holds, though this engine is known to fail it';
  return result.failure === undefined ? (result.reason ?? 'no reason given') : failureLines(result).join(', ');
}

function failureLines({ failure }: ReportResult): string[] {
  if (failure === undefined) return [];
  const { expected, observed } = showPair(failure.expected, failure.observed, VALUE);
  return [failure.what, `expected: ${expected}`, `observed: ${observed}`];
}

/** A claim and its result, line by line. */
export function describe({ claim, result }: JudgedClaim): string[] {
  const { change, failure, reason } = result;
  // The reason of a failure says it once more, unless it is that of a waiver.
  const repeated = failure !== undefined && result.outcome !== 'waived';
  const lines = documentLines(claim);
  return [
    `claim: ${claim.statement}`,
    ...(lines === '' ? [] : [`document: ${lines}`]),
    ...(reason === null || repeated ? [] : [`reason: ${reason}`]),
    ...failureLines(result),
    ...(change === undefined ? [] : [`known: ${change.why} (${change.engine}; ${change.reference})`]),
    ...(result.seeByHand === null ? [] : [`by hand: ${result.seeByHand}`]),
  ];
}
