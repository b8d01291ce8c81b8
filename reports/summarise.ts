/** Counts of results: what `summary` holds, and what the writers print. */
import type { Outcome, Report, ReportResult, ReportSummary, Verdict } from './report';

/** The verdicts of one target's results, and their outcomes. */
export function summarise(target: string, results: readonly ReportResult[]): ReportSummary {
  const verdicts: Record<Verdict, number> = { pass: 0, fail: 0, 'not-applicable': 0, error: 0 };
  const outcomes: Record<Outcome, number> = {
    'as-expected': 0,
    'known-change': 0,
    regression: 0,
    'unexpected-pass': 0,
    waived: 0,
    'not-judged': 0,
  };
  for (const result of results) {
    if (result.target !== target) continue;
    verdicts[result.verdict] += 1;
    outcomes[result.outcome] += 1;
  }
  return { target, verdicts, outcomes };
}

/** What a person asks of a set of results. */
export interface Tally {
  /** Passed or failed: something is said of the claim. */
  readonly judged: number;
  readonly asExpected: number;
  readonly knownChanges: number;
  readonly regressions: number;
  readonly unexpectedPasses: number;
  readonly waived: number;
  readonly errors: number;
  readonly notApplicable: number;
  readonly durationMs: number;
}

export function tally(results: readonly ReportResult[]): Tally {
  const outcome = (wanted: Outcome) => results.filter((result) => result.outcome === wanted).length;
  const verdict = (wanted: Verdict) => results.filter((result) => result.verdict === wanted).length;
  return {
    judged: verdict('pass') + verdict('fail'),
    asExpected: outcome('as-expected'),
    knownChanges: outcome('known-change'),
    regressions: outcome('regression'),
    unexpectedPasses: outcome('unexpected-pass'),
    waived: outcome('waived'),
    errors: verdict('error'),
    notApplicable: verdict('not-applicable'),
    durationMs: results.reduce((sum, result) => sum + result.durationMs, 0),
  };
}

/** Is it something that the engine, or the list of known changes, must answer for? */
export function isDeparture(result: ReportResult): boolean {
  return result.outcome === 'regression' || result.outcome === 'unexpected-pass';
}

/** Results in the order of the targets, and within one of the catalogue; a run may finish them in any. */
export function inOrder(report: Pick<Report, 'targets' | 'claims'>, results: readonly ReportResult[]): ReportResult[] {
  const targets = new Map(report.targets.map((target, index) => [target.id, index]));
  const claims = new Map(report.claims.map((claim, index) => [claim.id, index]));
  const place = (map: ReadonlyMap<string, number>, id: string) => map.get(id) ?? map.size;
  return [...results].sort(
    (a, b) => place(targets, a.target) - place(targets, b.target) || place(claims, a.claim) - place(claims, b.claim),
  );
}
