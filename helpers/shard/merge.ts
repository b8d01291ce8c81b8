/** The parts of a run, put together to the report that one run would have written. */
import type { Report, ReportDrift, ReportFinding, ReportPlan, ReportTarget } from '../../reports/report';
import { summarise } from '../../reports/summarise';
import { UsageError } from '../usage-error';
import { exitStatus } from '../verdict/outcome';

/** A report, and the file that it is from. */
export interface Part {
  readonly file: string;
  readonly report: Report;
}

/** Of the facts of a target, what says that it is the same engine still. */
const IDENTITY = ['vendor', 'version', 'apiVersion', 'minApiVersion', 'apiVersionAsked'] as const;

/**
 * Merges the parts of one run. Comparisons with a baseline are not taken over: they are of whole targets.
 *
 * @throws UsageError where the reports are not the parts of one plan, each once and all of them, or where an engine was
 *   another between two of them
 */
export function mergeParts(parts: readonly Part[]): Report {
  const ordered = wholeSet(parts);
  const reports = ordered.map(({ report }) => report);
  const [first] = reports;
  if (first === undefined) throw new UsageError('no report to merge', 'name the report.json of every part');
  const targets = targetsOf(ordered);
  const results = reports.flatMap((report) => report.results);
  const findings = distinct(reports.flatMap((report) => report.findings));
  const interrupted = reports.some(({ run }) => run.interrupted);
  return {
    ...first,
    run: { ...runOf(reports), interrupted },
    targets,
    plan: targets.map(({ id }) => planOf(id, reports)),
    results,
    findings,
    drift: driftOf(reports),
    timings: reports.flatMap((report) => report.timings),
    comparisons: [],
    summary: targets.map(({ id }) => summarise(id, results)),
    exitStatus: exitStatus({
      interrupted,
      outcomes: results.map(({ outcome }) => outcome),
      unjudged: results.filter(({ verdict }) => verdict === 'error').length,
      leftBehind: findings.some(({ severity }) => severity === 'problem'),
    }),
  };
}

/** The parts in order; refused where one is missing, there twice, or of another plan. */
function wholeSet(parts: readonly Part[]): Part[] {
  const places = new Map<number, Part>();
  const [first] = parts;
  for (const part of parts) {
    const shard = shardOf(part);
    if (first !== undefined && shard.plan !== shardOf(first).plan) {
      throw new UsageError(
        `${part.file} and ${first.file} are parts of different plans`,
        'merge reports of the same version of this tool, the same targets, claims and settings, and as many parts',
      );
    }
    const other = places.get(shard.index);
    if (other !== undefined) {
      throw new UsageError(`${part.file} and ${other.file} are both part ${shard.index}`, 'name each part once');
    }
    places.set(shard.index, part);
  }
  const count = first === undefined ? 0 : shardOf(first).count;
  const missing = Array.from({ length: count }, (_, index) => index + 1).filter((index) => !places.has(index));
  if (missing.length > 0) {
    const some = missing.slice(0, 5).map((index) => `${index}/${count}`);
    throw new UsageError(
      `${missing.length} of ${count} parts are missing: ${some.join(', ')}${missing.length > some.length ? ', …' : ''}`,
      'a part that was not judged is no pass: run it, and name its report too',
    );
  }
  return [...places].sort(([a], [b]) => a - b).map(([, part]) => part);
}

function shardOf({ file, report }: Part) {
  const { shard } = report.run.configuration;
  if (shard !== undefined) return shard;
  throw new UsageError(
    `${file} is the report of a whole run`,
    'merge what `run --shard i/n` wrote; see compare for whole runs',
  );
}

function targetsOf(parts: readonly Part[]): ReportTarget[] {
  const targets = new Map<string, { target: ReportTarget; file: string }>();
  for (const { file, report } of parts) {
    for (const target of report.targets) {
      const earlier = targets.get(target.id);
      const changed = earlier && IDENTITY.find((fact) => earlier.target[fact] !== target[fact]);
      if (earlier !== undefined && changed !== undefined) {
        throw new UsageError(
          `${target.id} is not the same engine in ${earlier.file} and ${file}: ${changed} ${earlier.target[changed]} and ${target[changed]}`,
          'judge all parts again',
        );
      }
      if (earlier === undefined) targets.set(target.id, { target, file });
    }
  }
  return [...targets.values()].map(({ target }) => target);
}

function runOf(reports: readonly Report[]): Report['run'] {
  const [first] = reports;
  if (first === undefined) throw new TypeError('no report');
  const { shard: _shard, ...configuration } = first.run.configuration;
  const startedAt = reports.map(({ run }) => run.startedAt).reduce((a, b) => (Date.parse(b) < Date.parse(a) ? b : a));
  const finishedAt = reports.map(({ run }) => run.finishedAt).reduce((a, b) => (Date.parse(b) > Date.parse(a) ? b : a));
  return {
    ...first.run,
    startedAt,
    finishedAt,
    durationMs: Math.max(0, Date.parse(finishedAt) - Date.parse(startedAt)),
    configuration,
  };
}

/** The four numbers of a part add up to the catalogue: what the others had is not selected in it. */
function planOf(target: string, reports: readonly Report[]): ReportPlan {
  const plans = reports.flatMap(({ plan }) => plan.filter((each) => each.target === target));
  const sum = (of: (plan: ReportPlan) => number) => plans.reduce((all, plan) => all + of(plan), 0);
  const planned = sum((plan) => plan.planned);
  const notApplicable = sum((plan) => plan.notApplicable);
  const notImplemented = sum((plan) => plan.notImplemented);
  const catalogue = reports[0]?.claims.length ?? 0;
  return {
    target,
    planned,
    notApplicable,
    notImplemented,
    notSelected: catalogue - planned - notApplicable - notImplemented,
  };
}

/** A place that departs in several parts is one; `answers` are those of the parts in which it departed. */
function driftOf(reports: readonly Report[]): ReportDrift[] {
  const places = new Map<string, ReportDrift>();
  for (const drift of reports.flatMap((report) => report.drift)) {
    const key = JSON.stringify([drift.target, drift.schema, drift.path, drift.kind]);
    const earlier = places.get(key);
    const merged =
      earlier === undefined
        ? drift
        : { ...earlier, answers: earlier.answers + drift.answers, departed: earlier.departed + drift.departed };
    places.set(key, merged);
  }
  return [...places.values()];
}

/** What two parts say of one target in the same words is said once. */
function distinct(findings: readonly ReportFinding[]): ReportFinding[] {
  return [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()];
}
