/** `gate`: runs, and compares each target with a baseline, check by check and path by path. */
import { existsSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { forTerminal } from '../../../reports/escape';
import { readReport } from '../../../reports/read';
import type { Report } from '../../../reports/report';
import { systemErrorCode } from '../../../reports/system-error';
import { assertWritable, writeReports } from '../../../reports/write';
import { terminalOptions } from '../../../reports/writers/terminal';
import { renderGate } from '../../../reports/writers/terminal-gate';
import { shippedBaselines } from '../../baseline/shipped';
import { compareTarget } from '../../gate/compare';
import { proposal } from '../../gate/propose';
import { type References, readReferences } from '../../gate/reference';
import { gatedReport } from '../../gate/verdict';
import { waive } from '../../gate/waive';
import { type PlacedWaiver, readWaivers } from '../../gate/waivers-file';
import { UsageError } from '../../usage-error';
import { announce, shielded } from '../continuous-integration';
import type { GateFlags } from '../gate-commands';
import { INTERRUPTED } from '../interruption';
import { performRun, prepareRun } from '../whole-run';

/** Runs, prints what changed and sets the exit status. Nothing is started where the arguments are bad. */
export async function gate(flags: GateFlags): Promise<void> {
  const references = readReferences(flags.baseline, flags.baselineTarget);
  const shipped = shippedBaselines().map(({ baseline }) => baseline);
  const waivers = flags.accept === undefined ? [] : readWaivers(flags.accept);
  if (typeof flags.propose === 'string') refuseExisting(flags.propose);
  const seen = await toJudge(flags);
  if (seen === undefined) {
    process.exitCode = INTERRUPTED;
    return;
  }
  const report = judged(seen.report, references, waivers);
  if (seen.output !== undefined) await writeReports(report, seen.output, shipped);
  show(report, flags, seen.output);
  announce(report, process.env);
  process.exitCode = report.exitStatus;
}

interface Seen {
  readonly report: Report;
  /** Where the report is to be written, if it is. */
  readonly output: string | undefined;
}

/** A report that is there already, or that of a run. */
async function toJudge(flags: GateFlags): Promise<Seen | undefined> {
  if (flags.report !== undefined) {
    if (flags.target.length > 0) {
      throw new UsageError(
        '--report and --target contradict each other: a report has its targets',
        'leave one of them out',
      );
    }
    const report = readReport(flags.report);
    const output = flags.output === undefined ? undefined : resolve(flags.output);
    if (output !== undefined) await assertWritable(output);
    return { report, output };
  }
  const prepared = await prepareRun(flags);
  const report = await performRun(flags, prepared);
  return report === undefined ? undefined : { report, output: prepared.output };
}

function judged(report: Report, references: References, waivers: readonly PlacedWaiver[]): Report {
  const comparisons = report.targets.map((target) => compareTarget(report, target, references.of(target), 'gate'));
  const today = new Date().toISOString().slice(0, 10);
  return gatedReport(report, waive(comparisons, waivers, report, today));
}

/** Proposed waivers alone go to the standard output, or into their file; then the list goes to the other stream. */
function show(report: Report, { propose }: GateFlags, output: string | undefined): void {
  const stream = propose === true ? process.stderr : process.stdout;
  const options = terminalOptions(stream, process.env);
  const path = output === undefined ? {} : { reportPath: resolve(output, 'report.json') };
  stream.write(shielded(renderGate(report, { ...options, ...path }), process.env));
  if (propose === undefined) return;
  const text = proposal(report.comparisons, new Date());
  if (propose === true) process.stdout.write(text);
  else writeNew(propose, text);
}

function refuseExisting(path: string): void {
  if (existsSync(path)) throw exists(path);
}

function writeNew(path: string, text: string): void {
  try {
    writeFileSync(path, text, { flag: 'wx' });
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === undefined) throw error;
    if (code === 'EEXIST') throw exists(path);
    throw new UsageError(`can't write ${forTerminal(path)}: ${code}`, 'name another file with --propose', {
      cause: error,
    });
  }
}

function exists(path: string): UsageError {
  return new UsageError(`${forTerminal(path)} is there already, and waivers are not overwritten`, 'name another file');
}
