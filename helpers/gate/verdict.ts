/** What a comparison makes of a report: outcomes, counts and the exit status. */
import type { Report, ReportComparison, ReportDifference, ReportResult } from '../../reports/report';
import { summarise } from '../../reports/summarise';
import { type ExitStatus, exitStatus } from '../verdict/outcome';

/**
 * The report of a gate. What a waiver accepts of what nobody explains is waived; every other outcome stays what it is for an
 * engine of this version.
 */
export function gatedReport(report: Report, comparisons: readonly ReportComparison[]): Report {
  const results = report.results.map((result) => waived(result, comparisons));
  return { ...withResults(report, results), comparisons, exitStatus: gateStatus(report, comparisons) };
}

/**
 * The exit status of a gate: 130 interrupted · 1 something unaccepted changed, or a waiver is not in order · 2 no claim is
 * in both · 3 something that was planned was not judged, or was left behind · 0 nothing changed but what is accepted.
 */
export function gateStatus(report: Report, comparisons: readonly ReportComparison[]): ExitStatus {
  if (report.run.interrupted) return 130;
  if (comparisons.some(hasComplaint)) return 1;
  if (isIncomplete(report)) return 3;
  return comparisons.some(({ compared }) => compared === 0) ? 2 : 0;
}

/**
 * The report of a run beside the baselines of the targets' own versions. A claim that a healthy engine of this version
 * passes and this one fails is a regression, whatever is known of it; other differences are told of.
 */
export function verifiedReport(report: Report, comparisons: readonly ReportComparison[]): Report {
  const worse = new Set(
    comparisons.flatMap(({ target, differences }) =>
      differences.filter(isRegression).map(({ id }) => JSON.stringify([target, id])),
    ),
  );
  const results = report.results.map((result): ReportResult => {
    if (!worse.has(JSON.stringify([result.target, result.claim]))) return result;
    const { change: _known, ...rest } = result;
    return { ...rest, outcome: 'regression' };
  });
  const status = exitStatus({
    interrupted: report.run.interrupted,
    outcomes: results.map(({ outcome }) => outcome),
    unjudged: results.filter(({ verdict }) => verdict === 'error').length,
    leftBehind: isLeftBehind(report),
  });
  return { ...withResults(report, results), comparisons, exitStatus: status };
}

function withResults(report: Report, results: readonly ReportResult[]): Report {
  return { ...report, results, summary: report.targets.map(({ id }) => summarise(id, results)) };
}

function waived(result: ReportResult, comparisons: readonly ReportComparison[]): ReportResult {
  if (result.outcome !== 'regression' && result.outcome !== 'unexpected-pass') return result;
  const accepted = comparisons
    .filter(({ target }) => target === result.target)
    .flatMap(({ differences }) => differences)
    .find(({ subject, id, waiver }) => subject === 'claim' && id === result.claim && waiver !== undefined);
  if (accepted?.waiver === undefined) return result;
  return { ...result, outcome: 'waived', reason: `waived: ${accepted.waiver}` };
}

function hasComplaint({ differences, waivers }: ReportComparison): boolean {
  return waivers.length > 0 || differences.some(({ accepted }) => !accepted);
}

function isIncomplete(report: Report): boolean {
  const judged = report.results.filter(({ verdict }) => verdict === 'pass' || verdict === 'fail').length;
  const planned = report.plan.reduce((sum, plan) => sum + plan.planned, 0);
  // A check that ended in an error was planned, and judged nothing.
  return judged < planned || isLeftBehind(report);
}

function isLeftBehind({ findings }: Report): boolean {
  return findings.some(({ kind }) => kind === 'left-behind');
}

function isRegression({ subject, change }: ReportDifference): boolean {
  return subject === 'claim' && change === 'regression';
}
