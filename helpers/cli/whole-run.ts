/** A run from flags to a report: what `run` and `gate` have in common. */
import { resolve } from 'node:path';
import type { Report } from '../../reports/report';
import { assertWritable } from '../../reports/write';
import { loadCatalogue } from '../claims/catalogue';
import type { CatalogueEntry } from '../claims/claim';
import { measureTimes } from '../measure/measure';
import { newRunId } from '../run/identity';
import { SUITES } from '../run/jest';
import { runClaims } from '../run/run';
import { select } from '../run/selection';
import { partOf } from '../shard/part';
import { parseShard, type Shard } from '../shard/shard';
import { loadConfig } from '../target/config';
import { engineAtHand } from './engine-at-hand';
import { interruption } from './interruption';
import type { RunFlags } from './options';
import { openProgress } from './progress';
import { configurationOf, type RunSettings, runSettings } from './settings';
import { targetsOf } from './targets';
import { toolVersion } from './tool-version';

/** A run whose arguments are good and whose report can be written. */
export interface PreparedRun {
  readonly settings: RunSettings;
  readonly catalogue: readonly CatalogueEntry[];
  readonly selected: readonly CatalogueEntry[];
  /** Absolute path of the folder of the report. */
  readonly output: string;
  /** Samples of each operation by which the engines are timed; they are not where nothing is said. */
  readonly samples?: number;
  /** Which part of the run; the whole where nothing is said. */
  readonly shard?: Shard;
}

/** Judges the arguments; nothing is started. Throws UsageError where they are bad. */
export async function prepareRun(flags: RunFlags): Promise<PreparedRun> {
  const settings = runSettings(flags, loadConfig(flags.config, process.cwd()));
  const catalogue = loadCatalogue(SUITES);
  const selected = select(catalogue, settings);
  const output = resolve(settings.output);
  const shard = flags.shard === undefined ? {} : { shard: parseShard(flags.shard) };
  await assertWritable(output);
  return { settings, catalogue, selected, output, ...shard };
}

/** The report, or undefined where the run was interrupted before there could be one. */
export async function performRun(
  flags: RunFlags,
  { settings, catalogue, selected, output, samples, shard }: PreparedRun,
): Promise<Report | undefined> {
  const all = targetsOf(flags);
  const whole = { tool: toolVersion(), ...settings };
  const part = shard === undefined ? undefined : partOf(shard, all, selected, whole);
  const targets = part?.targets ?? all;
  const progress = await openProgress();
  const say = (line: string) => progress.say(line);
  const signal = interruption(say);
  try {
    const id = newRunId();
    const forRun = { id, logs: resolve(output, 'lab') };
    const atHand = await engineAtHand(targets, settings.bootstrap, say, signal, forRun);
    try {
      const { report, idleMs } = await runClaims({
        id,
        targets: atHand.targets,
        catalogue,
        selected,
        parts: part?.claims,
        configuration: { ...configurationOf(settings), ...(part === undefined ? {} : { shard: part.shard }) },
        probeImage: flags.probeImage,
        toolVersion: toolVersion(),
        signal,
        listener: progress,
        ...(samples === undefined ? {} : { measure: (prepared) => measureTimes(prepared, samples, signal) }),
      });
      if (flags.verbose) say(costLine(report.run.durationMs, idleMs));
      return report;
    } finally {
      await atHand.stop();
    }
  } catch (error) {
    // Interrupted before anything was judged: what broke is the interruption's doing.
    if (signal.aborted) return undefined;
    throw error;
  } finally {
    progress.end();
  }
}

/** What the run took, and what of it no engine was busy with; read by `npm run bench` too. */
function costLine(wallMs: number, idleMs: number): string {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const cpuMs = Math.round((userCPUTime + systemCPUTime) / 1000);
  return `cost: ${JSON.stringify({ wallMs, idleMs, cpuMs, peakMemoryMb: Math.round(maxRSS / 1024) })}`;
}
