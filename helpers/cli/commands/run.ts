/** `run`: tries the claims on the targets and writes the report. */
import { resolve } from 'node:path';
import { writeReports } from '../../../reports/write';
import { renderTerminal, terminalOptions } from '../../../reports/writers/terminal';
import { shippedBaselines } from '../../baseline/shipped';
import { besideOwnVersions } from '../../gate/own-version';
import { announce, shielded } from '../continuous-integration';
import { INTERRUPTED } from '../interruption';
import type { RunFlags } from '../program';
import { performRun, prepareRun } from '../whole-run';

/** Runs, prints the summary and sets the exit status. Nothing is started where the arguments are bad. */
export async function run(flags: RunFlags): Promise<void> {
  const prepared = await prepareRun(flags);
  const shipped = shippedBaselines();
  const seen = await performRun(flags, prepared);
  if (seen === undefined) {
    process.exitCode = INTERRUPTED;
    return;
  }
  // A part is no whole target; what all of them together are beside a baseline, merge says.
  const report = prepared.shard === undefined ? besideOwnVersions(seen, shipped) : seen;
  await writeReports(
    report,
    prepared.output,
    shipped.map(({ baseline }) => baseline),
  );
  const options = terminalOptions(process.stdout, process.env);
  const page = renderTerminal(report, { ...options, reportPath: resolve(prepared.output, 'report.json') });
  process.stdout.write(shielded(page, process.env));
  announce(report, process.env);
  process.exitCode = report.exitStatus;
}
