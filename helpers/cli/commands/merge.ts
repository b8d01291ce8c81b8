/** `merge`: the parts of a run, put together and judged as one. */
import { resolve } from 'node:path';
import { readReport } from '../../../reports/read';
import { assertWritable, writeReports } from '../../../reports/write';
import { renderTerminal, terminalOptions } from '../../../reports/writers/terminal';
import { shippedBaselines } from '../../baseline/shipped';
import { besideOwnVersions } from '../../gate/own-version';
import { mergeParts } from '../../shard/merge';
import { announce, shielded } from '../continuous-integration';
import type { MergeFlags } from '../merge-command';
import { DEFAULT_OUTPUT } from '../settings';

/** Reads every part before anything is written; prints the summary of the whole and sets its exit status. */
export async function merge(files: readonly string[], flags: MergeFlags): Promise<void> {
  const output = resolve(flags.output ?? DEFAULT_OUTPUT);
  const parts = files.map((file) => ({ file, report: readReport(file) }));
  const shipped = shippedBaselines();
  const report = besideOwnVersions(mergeParts(parts), shipped);
  await assertWritable(output);
  await writeReports(
    report,
    output,
    shipped.map(({ baseline }) => baseline),
  );
  const options = terminalOptions(process.stdout, process.env);
  const page = renderTerminal(report, { ...options, reportPath: resolve(output, 'report.json') });
  process.stdout.write(shielded(page, process.env));
  announce(report, process.env);
  process.exitCode = report.exitStatus;
}
