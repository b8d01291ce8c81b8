/** A whole run: targets reached and prepared, claims planned and tried, hosts put back, the report made. */

import type { Report, ReportFinding, ReportTiming } from '../../reports/report';
import type { CatalogueEntry } from '../claims/claim';
import type { Target } from '../target/target';
import { assembleReport, type RunFrame, type TargetRun } from './assemble';
import { Crowd } from './crowd';
import { newRunId } from './identity';
import { loadJest, runSuites } from './jest';
import { makePlan, type Plan } from './plan';
import { type PreparedTarget, prepareTarget } from './prepare';
import { reachTarget } from './reach-target';
import type { ProgressEvent } from './session';
import { register } from './sessions';

export interface RunOptions {
  /** The run's id, where something of it was made already; else a fresh one. */
  readonly id?: string;
  readonly targets: readonly Target[];
  readonly catalogue: readonly CatalogueEntry[];
  /** Those of the catalogue that were asked for. */
  readonly selected: readonly CatalogueEntry[];
  /** Of a part of a run: those of each target, by its id. All that are selected where nothing is said. */
  readonly parts?: ReadonlyMap<string, readonly CatalogueEntry[]> | undefined;
  readonly configuration: RunFrame['configuration'];
  readonly probeImage?: string | undefined;
  readonly toolVersion: string;
  /** Aborts when the run is interrupted; what was judged until then is reported. */
  readonly signal: AbortSignal;
  readonly listener: RunListener;
  /** Times the engines, before anything is tried on them; they are not timed where nothing is said. */
  readonly measure?: (prepared: readonly PreparedTarget[]) => Promise<Measured>;
}

/** What measuring the engines gave. */
export type Measured = { readonly timings: readonly ReportTiming[]; readonly findings: readonly ReportFinding[] };

/** Told how a run goes on. */
export interface RunListener {
  planned(target: Target, facts: PreparedTarget['facts'], plan: Plan): void;
  progress(target: Target, event: ProgressEvent): void;
  puttingBack(): void;
}

interface Planned {
  readonly prepared: PreparedTarget;
  readonly plan: Plan;
}

/**
 * Runs the selected claims on all targets.
 *
 * @returns the report, and the milliseconds in which no engine call was under way: what the run cost beyond the engines' work
 * @throws UsageError where a target cannot be reached or prepared; nothing is left on any of them
 */
export async function runClaims(options: RunOptions): Promise<{ report: Report; idleMs: number }> {
  const startedAt = new Date();
  const begun = performance.now();
  const id = options.id ?? newRunId();
  // Jest takes half a second to load, and the engines are busy with the probe image meanwhile.
  const [planned] = await Promise.all([prepareAll(options, id), loadJest()]);
  const measured = await measureAll(planned, options.measure);
  for (const { prepared, plan } of planned) {
    prepared.session.expect(plan.tried);
    register(prepared.target.id, prepared, new Set(plan.tried.map((claim) => claim.id)));
  }
  await runSuites(planned.filter(({ plan }) => plan.tried.length > 0).map(({ prepared }) => prepared.target.id));
  options.listener.puttingBack();
  const runs = await Promise.all(planned.map(putBack));
  const frame = {
    id,
    toolVersion: options.toolVersion,
    startedAt,
    finishedAt: new Date(),
    interrupted: options.signal.aborted,
    configuration: options.configuration,
  };
  const intervals = planned.flatMap(({ prepared }) => prepared.session.intervals);
  const report = assembleReport(frame, options.catalogue, runs);
  return {
    report: { ...report, timings: measured.timings, findings: [...report.findings, ...measured.findings] },
    idleMs: idle(intervals, begun, performance.now()),
  };
}

async function prepareAll(options: RunOptions, runId: string): Promise<Planned[]> {
  const { catalogue, selected, parts, configuration, signal, listener } = options;
  const crowd = new Crowd();
  const reached = await Promise.all(
    options.targets.map((target) => reachTarget(target, configuration.apiVersion ?? undefined)),
  );
  const attempts = await Promise.allSettled(
    reached.map(async (each): Promise<Planned> => {
      const prepared = await prepareTarget(each, {
        runId,
        probeImage: options.probeImage,
        repeat: configuration.repeat,
        turn: each.target.own === true ? crowd.turn() : undefined,
        signal,
        progress: (event) => listener.progress(each.target, event),
      });
      const plan = makePlan(catalogue, parts?.get(each.target.id) ?? selected, prepared.facts);
      listener.planned(each.target, prepared.facts, plan);
      return { prepared, plan };
    }),
  );
  const failed = attempts.find((attempt) => attempt.status === 'rejected');
  const ready = attempts.flatMap((attempt) => (attempt.status === 'fulfilled' ? [attempt.value] : []));
  if (failed !== undefined) {
    await Promise.all(ready.map(({ prepared }) => prepared.putBack()));
    throw failed.reason;
  }
  return ready;
}

/** Where it cannot be done all hosts are put back, and the failure is thrown. */
async function measureAll(planned: readonly Planned[], measure: RunOptions['measure']): Promise<Measured> {
  try {
    return (await measure?.(planned.map(({ prepared }) => prepared))) ?? { timings: [], findings: [] };
  } catch (error) {
    await Promise.all(planned.map(({ prepared }) => prepared.putBack()));
    throw error;
  }
}

async function putBack({ prepared, plan }: Planned): Promise<TargetRun> {
  const aftermath = await prepared.putBack();
  const { target, facts, session, drift } = prepared;
  return { target, facts, plan, results: session.results, aftermath, drift: drift.result() };
}

/** Milliseconds between `from` and `to` that no interval covers. */
export function idle(intervals: readonly { from: number; to: number }[], from: number, to: number): number {
  let covered = from;
  let sum = 0;
  for (const interval of [...intervals].sort((a, b) => a.from - b.from)) {
    if (interval.from > covered) sum += interval.from - covered;
    covered = Math.max(covered, interval.to);
  }
  return Math.round(sum + Math.max(0, to - covered));
}
