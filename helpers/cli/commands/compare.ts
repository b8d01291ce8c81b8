/** `compare`: sets engines side by side, those that are judged now and those of reports. */
import { resolve } from 'node:path';
import { readReport } from '../../../reports/read';
import type { Report } from '../../../reports/report';
import { writeReports } from '../../../reports/write';
import { renderTerminal, terminalOptions } from '../../../reports/writers/terminal';
import { mergeForComparison, type Source } from '../../compare/merge';
import { type Sides, sidesOf } from '../../compare/sides';
import { loadConfig } from '../../target/config';
import { UsageError } from '../../usage-error';
import type { CompareFlags } from '../compare-command';
import { INTERRUPTED } from '../interruption';
import { toolVersion } from '../tool-version';
import { type PreparedRun, performRun, prepareRun } from '../whole-run';

/** Compares, prints the matrix and sets the exit status. Files are read before any engine is started. */
export async function compare(args: readonly string[], given: CompareFlags): Promise<void> {
  const config = loadConfig(given.config, process.cwd());
  const { targets, files } = sidesOf(args, (text) => config.targets.has(text));
  const flags = { ...given, target: [...targets] };
  const prepared = await prepareRun(flags);
  const read = files.map((file): Source => ({ file, report: readReport(file) }));
  refuseLonely({ targets, files }, read);
  const live = await judged(flags, prepared);
  if (live === undefined) {
    process.exitCode = INTERRUPTED;
    return;
  }
  const report = mergeForComparison([...live, ...read], {
    toolVersion: toolVersion(),
    knownClaims: new Set(prepared.catalogue.map(({ id }) => id)),
  });
  await writeReports(report, prepared.output);
  const options = terminalOptions(process.stdout, process.env);
  process.stdout.write(renderTerminal(report, { ...options, reportPath: resolve(prepared.output, 'report.json') }));
  process.exitCode = report.exitStatus;
}

/** What the live targets gave; undefined where they were interrupted before there was anything. */
async function judged(
  flags: CompareFlags & { target: string[] },
  prepared: PreparedRun,
): Promise<Source[] | undefined> {
  if (flags.target.length === 0) return [];
  const timed = flags.timings ? { ...prepared, samples: flags.samples } : prepared;
  const report: Report | undefined = await performRun(flags, timed);
  return report === undefined ? undefined : [{ report }];
}

function refuseLonely({ targets, files }: Sides, read: readonly Source[]): void {
  const engines = targets.length + read.reduce((sum, { report }) => sum + report.targets.length, 0);
  if (engines > 1) return;
  throw new UsageError(
    `${files.join(' ')} holds ${engines === 0 ? 'no engine' : 'one engine, and there is nothing to compare it with'}`,
    'name a second report, or a target',
  );
}
