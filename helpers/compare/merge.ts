/** Many reports put together to one, in which their engines stand side by side. */
import { columnsOf } from '../../reports/columns';
import type { Report, ReportClaim, ReportFinding } from '../../reports/report';
import { REPORT_FORMAT, TOOL_NAME } from '../../reports/report';
import { summarise } from '../../reports/summarise';
import { foreignFindings } from './foreign';
import { renamed, uniqueIds } from './unique-ids';

/** A report that is to be compared, and where it came from. */
export interface Source {
  /** The file, as it was named; undefined of the run that judged engines for this comparison. */
  readonly file?: string;
  readonly report: Report;
}

export interface Comparing {
  readonly toolVersion: string;
  /** Ids of the catalogue of this version: what else a report has is kept, and said to be unknown. */
  readonly knownClaims: ReadonlySet<string>;
}

/**
 * The comparison: every target of every report, in the order of vendor and version, with its results, evidence, drift and
 * times as its report has them. Claims are those of all of them. A target of which two reports speak is there twice, under
 * names that tell the reports.
 *
 * @throws TypeError where there is no report
 */
export function mergeForComparison(sources: readonly Source[], { toolVersion, knownClaims }: Comparing): Report {
  const base = sources.find(({ file }) => file === undefined) ?? sources[0];
  if (base === undefined) throw new TypeError('nothing to compare');
  const ids = uniqueIds(sources);
  const parts = sources.map((source, index) =>
    withOrigin(renamed(source.report, ids[index] ?? new Map()), source.file),
  );
  const claims = unionOfClaims(parts);
  const results = parts.flatMap((report) => report.results);
  const targets = columnsOf(parts.flatMap((report) => report.targets)).map(({ target }) => target);
  const inOrder = <T extends { readonly target: string }>(items: (report: Report) => readonly T[]) =>
    targets.flatMap(({ id }) => parts.flatMap((report) => items(report).filter(({ target }) => target === id)));
  const foreign = parts.flatMap((report, index) =>
    sources[index]?.file === undefined ? [] : foreignFindings(report, base.report, { toolVersion, knownClaims }),
  );
  return {
    format: REPORT_FORMAT,
    tool: { name: TOOL_NAME, version: toolVersion },
    run: { ...runOf(sources, base), compared: true },
    targets,
    claims,
    plan: parts.flatMap((report) =>
      report.plan.map((plan) => ({
        ...plan,
        notSelected: plan.notSelected + claims.length - report.claims.length,
      })),
    ),
    results,
    findings: [...inOrder((report) => report.findings), ...foreign],
    drift: inOrder((report) => report.drift),
    timings: inOrder((report) => report.timings),
    // That of a gate was with a baseline which is no part of this.
    comparisons: inOrder((report) => report.comparisons).filter(({ purpose }) => purpose === 'own-version'),
    summary: targets.map(({ id }) => summarise(id, results)),
    exitStatus: exitStatusOf(sources, parts),
  };
}

/** 0 whatever departs, since that is what is asked; 3 where something was not judged; 130 where the run of now was interrupted. */
function exitStatusOf(sources: readonly Source[], parts: readonly Report[]): Report['exitStatus'] {
  if (sources.some(({ file, report }) => file === undefined && report.run.interrupted)) return 130;
  const incomplete = parts.some(
    ({ run, results, findings }) =>
      run.interrupted ||
      results.some(({ verdict }) => verdict === 'error') ||
      findings.some(({ severity }: ReportFinding) => severity === 'problem'),
  );
  return incomplete ? 3 : 0;
}

function withOrigin(report: Report, file: string | undefined): Report {
  if (file === undefined) return report;
  return { ...report, targets: report.targets.map((target) => ({ ...target, source: `report ${file}` })) };
}

/** Each claim as the first report has it; what a later one implements is implemented. */
function unionOfClaims(reports: readonly Report[]): ReportClaim[] {
  const claims = new Map<string, ReportClaim>();
  for (const claim of reports.flatMap((report) => report.claims)) {
    const earlier = claims.get(claim.id);
    if (earlier === undefined) claims.set(claim.id, claim);
    else if (claim.implemented && !earlier.implemented) claims.set(claim.id, { ...earlier, implemented: true });
  }
  return [...claims.values()];
}

/** From the first beginning to the last end; what was judged took as long as all its runs. */
function runOf(sources: readonly Source[], { report }: Source): Report['run'] {
  const runs = sources.map((source) => source.report.run);
  const { shard: _part, ...configuration } = report.run.configuration;
  const time = (text: string) => Date.parse(text);
  return {
    ...report.run,
    configuration,
    startedAt: runs.map((run) => run.startedAt).reduce((a, b) => (time(b) < time(a) ? b : a)),
    finishedAt: runs.map((run) => run.finishedAt).reduce((a, b) => (time(b) > time(a) ? b : a)),
    durationMs: runs.reduce((sum, run) => sum + run.durationMs, 0),
    interrupted: runs.some((run) => run.interrupted),
  };
}
