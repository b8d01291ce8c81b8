/** `run`: tries the claims on the targets and writes the report. */
import { resolve } from 'node:path';
import type { Report } from '../../../reports/report';
import { assertWritable, writeReports } from '../../../reports/write';
import { renderTerminal, terminalOptions } from '../../../reports/writers/terminal';
import { loadCatalogue } from '../../claims/catalogue';
import { SUITES } from '../../run/jest';
import { runClaims } from '../../run/run';
import { select } from '../../run/selection';
import { loadConfig } from '../../target/config';
import { engineAtHand } from '../engine-at-hand';
import { interruption } from '../interruption';
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
  await writeReports(report, output);
  const options = terminalOptions(process.stdout, process.env);
  process.stdout.write(renderTerminal(report, { ...options, reportPath: resolve(output, 'report.json') }));
  process.exitCode = report.exitStatus;
}

async function runOnTargets(
  flags: RunFlags,
  settings: RunSettings,
  catalogue: ReturnType<typeof loadCatalogue>,
  selected: ReturnType<typeof select>,
): Promise<Report> {
  const targets = targetsOf(flags);
  const progress = await openProgress();
  const say = (line: string) => progress.say(line);
  const signal = interruption(say);
  try {
    const atHand = await engineAtHand(targets, settings.bootstrap, say, signal);
    try {
      const { report } = await runClaims({
        targets: atHand.targets,
        catalogue,
        selected,
        configuration: configurationOf(settings),
        probeImage: flags.probeImage,
        toolVersion: toolVersion(),
        signal,
        listener: progress,
      });
      return report;
    } finally {
      await atHand.stop();
    }
  } finally {
    progress.end();
  }
}
