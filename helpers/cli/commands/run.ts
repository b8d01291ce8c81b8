/** `run`: tries the claims on the targets and writes the report. */
import { resolve } from 'node:path';
import type { Report } from '../../../reports/report';
import { assertWritable, writeReports } from '../../../reports/write';
import { renderTerminal, terminalOptions } from '../../../reports/writers/terminal';
import { loadCatalogue } from '../../claims/catalogue';
import { newRunId } from '../../run/identity';
import { SUITES } from '../../run/jest';
import { runClaims } from '../../run/run';
import { select } from '../../run/selection';
import { loadConfig } from '../../target/config';
import { engineAtHand } from '../engine-at-hand';
import { INTERRUPTED, interruption } from '../interruption';
import type { RunFlags } from '../program';
import { openProgress } from '../progress';
import { configurationOf, type RunSettings, runSettings } from '../settings';
import { targetsOf } from '../targets';
import { toolVersion } from '../tool-version';

/** Runs, prints the summary and sets the exit status. Nothing is started where the arguments are bad. */
export async function run(flags: RunFlags): Promise<void> {
  const settings = runSettings(flags, loadConfig(flags.config, process.cwd()));
  const catalogue = loadCatalogue(SUITES);
  const selected = select(catalogue, settings);
  const output = resolve(settings.output);
  await assertWritable(output);
  const report = await runOnTargets(flags, settings, catalogue, selected);
  if (report === undefined) {
    process.exitCode = INTERRUPTED;
    return;
  }
  await writeReports(report, output);
  const options = terminalOptions(process.stdout, process.env);
  process.stdout.write(renderTerminal(report, { ...options, reportPath: resolve(output, 'report.json') }));
  process.exitCode = report.exitStatus;
}

/** The report, or undefined where the run was interrupted before there could be one. */
async function runOnTargets(
  flags: RunFlags,
  settings: RunSettings,
  catalogue: ReturnType<typeof loadCatalogue>,
  selected: ReturnType<typeof select>,
): Promise<Report | undefined> {
  const targets = targetsOf(flags);
  const progress = await openProgress();
  const say = (line: string) => progress.say(line);
  const signal = interruption(say);
  try {
    const id = newRunId();
    const forRun = { id, logs: resolve(settings.output, 'lab') };
    const atHand = await engineAtHand(targets, settings.bootstrap, say, signal, forRun);
    try {
      const { report, idleMs } = await runClaims({
        id,
        targets: atHand.targets,
        catalogue,
        selected,
        configuration: configurationOf(settings),
        probeImage: flags.probeImage,
        toolVersion: toolVersion(),
        signal,
        listener: progress,
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
  const peakMemoryMb = Math.round(process.resourceUsage().maxRSS / 1024);
  return `cost: ${JSON.stringify({ wallMs, idleMs, peakMemoryMb })}`;
}
