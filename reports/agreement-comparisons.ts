/** Whether the comparisons and timings of a report agree with themselves and with its results. */
import type { Report, ReportComparison } from './report';
import { twice } from './twice';

/** What contradicts itself there, one line each. */
export function comparisonDisagreements(report: Report): string[] {
  const judged = new Set(
    report.results
      .filter(({ verdict }) => verdict === 'pass' || verdict === 'fail')
      .map(({ target, claim }) => JSON.stringify([target, claim])),
  );
  return [
    ...twice(
      'timing',
      report.timings.map(({ target, operation }) => `${operation} of ${target}`),
    ),
    ...twice(
      'comparison',
      report.comparisons.map(({ target, purpose }) => `${purpose} of ${target}`),
    ),
    ...report.comparisons.flatMap((comparison) => ofComparison(comparison, judged)),
  ];
}

function ofComparison(comparison: ReportComparison, judged: ReadonlySet<string>): string[] {
  const { target, purpose, compared, unchanged, differences, notCompared } = comparison;
  const name = `comparison ${purpose} of ${target}`;
  const claims = differences.filter(({ subject }) => subject === 'claim').map(({ id }) => id);
  const here = notCompared.filter(({ side }) => side === 'run').map(({ claim }) => claim);
  const wrong = [
    ...twice(
      `${name}: difference`,
      differences.map(({ subject, id }) => `${subject} ${id}`),
    ),
    ...twice(
      `${name}: not compared`,
      notCompared.map(({ claim }) => claim),
    ),
    ...[...claims, ...here]
      .filter((claim) => !judged.has(JSON.stringify([target, claim])))
      .map((claim) => `${name}: ${claim} has no result that judges it`),
    ...differences
      .filter(({ accepted, waiver }) => accepted !== (waiver !== undefined))
      .map(({ id }) => `${name}: ${id} is accepted by a waiver, or not at all`),
  ];
  if (unchanged + claims.length !== compared) {
    wrong.push(`${name}: ${compared} compared are not ${unchanged} unchanged and ${claims.length} that differ`);
  }
  return wrong;
}
