/** Makes a baseline of what a run saw on one target. */
import { type Baseline, type BaselineClaim, baselineOf } from '../../reports/baseline';
import { forTerminal } from '../../reports/escape';
import type { Report, ReportResult, ReportTarget } from '../../reports/report';
import { count } from '../../reports/values';
import { upstreamVersion } from '../../reports/versions';
import { UsageError } from '../usage-error';
import { constantReason } from './constant';

/**
 * The baseline of a target: verdicts, reasons and drift, nothing that is different the next time.
 *
 * @param target its id in the report
 * @throws UsageError where the run was interrupted, or one of its checks ended in an error: nothing is known of that claim
 */
export function makeBaseline(report: Report, target: string): Baseline {
  const found = report.targets.find(({ id }) => id === target);
  if (found === undefined) throw new TypeError(`the report has no target ${target}`);
  const results = report.results.filter((result) => result.target === target);
  assertWhole(report, results, target);
  const { vendor, version, apiVersion, minApiVersion, apiVersionAsked, cluster } = found;
  return baselineOf(
    {
      vendor,
      version: upstreamVersion(version),
      apiVersion,
      minApiVersion,
      apiVersionAsked,
      kind: cluster === undefined ? 'single' : 'cluster',
    },
    results.map((result) => claimOf(result, found, report.run.id)),
    report.drift
      .filter((drift) => drift.target === target)
      .map(({ schema, path, kind, expected }) => ({ schema, path, kind, expected })),
  );
}

/** The reason of a result as a baseline has it. */
export function reasonOf(result: ReportResult, { version, kernel }: ReportTarget, runId: string): string | null {
  if (result.verdict === 'pass') return null;
  return constantReason(result.reason, result.failure, { runId, version, kernel });
}

function claimOf(result: ReportResult, target: ReportTarget, runId: string): BaselineClaim {
  const { claim, verdict, outcome } = result;
  if (verdict === 'error') throw new TypeError(`${claim} was not judged`);
  // That somebody accepts a departure is no property of the engine.
  const measured = outcome === 'waived' ? (verdict === 'pass' ? 'unexpected-pass' : 'regression') : outcome;
  return { claim, verdict, outcome: measured, reason: reasonOf(result, target, runId) };
}

function assertWhole(report: Report, results: readonly ReportResult[], target: string): void {
  const name = forTerminal(target, { limit: 100 });
  const again = 'run it again until every check is judged';
  if (report.run.interrupted)
    throw new UsageError(`the run on ${name} was interrupted: no baseline is made of it`, again);
  const errors = results.filter(({ verdict }) => verdict === 'error');
  const [first] = errors;
  if (first !== undefined) {
    const what = `${count(errors.length, 'check')} on ${name} ended in an error, as ${first.claim}: no baseline is made of it`;
    throw new UsageError(what, again);
  }
}
