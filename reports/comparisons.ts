/** Comparisons with earlier measurements as the writers tell them. Unescaped: they name engines and files. */
import type { Report, ReportComparison, ReportDifference } from './report';
import { count } from './values';

/** Those of a gate, which decide its exit status; none of a plain run. */
export function gateComparisons(report: Report): readonly ReportComparison[] {
  return report.comparisons.filter(({ purpose }) => purpose === 'gate');
}

/** `docker 20.10.24, asked at API 1.23`. */
export function baselineWords({ baseline }: ReportComparison): string {
  const { vendor, version, apiVersionAsked } = baseline;
  return `${vendor === 'unknown' ? 'unknown engine' : vendor} ${version}, asked at API ${apiVersionAsked}`;
}

/** `200 claims compared: 195 as they were, 5 not; 3 not compared; drift is otherwise at 15 places`. */
export function comparisonCounts({ compared, unchanged, differences, notCompared }: ReportComparison): string {
  const drift = differences.filter(({ subject }) => subject === 'drift').length;
  return [
    `${count(compared, 'claim')} compared: ${unchanged} as they were, ${compared - unchanged} not`,
    ...(notCompared.length === 0 ? [] : [`${notCompared.length} not compared`]),
    `drift is ${drift === 0 ? 'as it was' : `otherwise at ${count(drift, 'place')}`}`,
  ].join('; ');
}

/** Differences that nobody accepted. */
export function unaccepted(comparison: ReportComparison): readonly ReportDifference[] {
  return comparison.differences.filter(({ accepted }) => !accepted);
}

/** `regression`, `new drift`, `other reason`. */
export function changeWords({ subject, change }: ReportDifference): string {
  if (change === 'changed-reason') return subject === 'claim' ? 'fails otherwise' : 'departs otherwise';
  return subject === 'drift' ? `${change} drift` : change;
}

/** What is known of it, in one line: `why (engines; reference)`. */
export function sinceWords({ since }: ReportDifference): string | undefined {
  return since === undefined ? undefined : `${since.why} (${since.engine}; ${since.reference})`;
}

/** Claims that one side alone judged, by the reason, most frequent first. */
export function notComparedByReason({ notCompared }: ReportComparison): { reason: string; claims: string[] }[] {
  const groups = new Map<string, string[]>();
  for (const { claim, side, reason } of notCompared) {
    const where = side === 'baseline' ? 'in the baseline only' : 'in this run only';
    const key = reason === undefined ? where : `${where}: ${reason}`;
    groups.set(key, [...(groups.get(key) ?? []), claim]);
  }
  return [...groups].map(([reason, claims]) => ({ reason, claims })).sort((a, b) => b.claims.length - a.claims.length);
}
