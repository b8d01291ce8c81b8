/** `baseline make` and `baseline check`: baselines of engines, written and measured again. */
import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Baseline, renderBaseline } from '../../../reports/baseline';
import { forTerminal } from '../../../reports/escape';
import { readReport } from '../../../reports/read';
import { readBaseline } from '../../../reports/read-baseline';
import { replaceFile } from '../../../reports/replace-file';
import type { Report } from '../../../reports/report';
import { systemErrorCode } from '../../../reports/system-error';
import { writeReports } from '../../../reports/write';
import { terminalOptions } from '../../../reports/writers/terminal';
import { renderGate } from '../../../reports/writers/terminal-gate';
import { makeBaseline } from '../../baseline/make';
import { baselineName, shippedFolder } from '../../baseline/shipped';
import { compareTarget } from '../../gate/compare';
import { gatedReport } from '../../gate/verdict';
import { UsageError } from '../../usage-error';
import type { BaselineFlags } from '../gate-commands';
import { INTERRUPTED } from '../interruption';
import { performRun, prepareRun } from '../whole-run';

/** Measures and writes one file a target. None is written where one of them cannot be made. */
export async function makeBaselines(flags: BaselineFlags): Promise<void> {
  const folder = flags.baselines ?? shippedFolder();
  const report = await measured(flags);
  if (report === undefined) return;
  const made = new Map<string, string>();
  for (const baseline of report.targets.map(({ id }) => makeBaseline(report, id))) {
    const name = baselineName(baseline.target);
    tellUnexplained(name, baseline);
    if (made.has(name)) throw new UsageError(`two of the targets give ${name}`, 'measure them one after the other');
    made.set(name, renderBaseline(baseline));
  }
  await orUsageError(folder, async () => {
    await mkdir(folder, { recursive: true });
    for (const [name, text] of made) {
      const before = textIfAny(join(folder, name));
      await replaceFile(folder, name, text);
      say(
        `${forTerminal(join(folder, name))} ${before === undefined ? 'written' : before === text ? 'is as it was' : 'changed'}`,
      );
    }
  });
}

/** A baseline is to be of a healthy engine; that one is not shows here at the latest. */
function tellUnexplained(name: string, { claims }: Baseline): void {
  const odd = claims.filter(({ outcome }) => outcome === 'regression' || outcome === 'unexpected-pass');
  if (odd.length === 0) return;
  say(`${name} holds what nobody has explained: ${odd.map(({ claim }) => claim).join(', ')}`);
}

/** Measures and compares with the baseline of the same engine. Exit status 1 where one differs, in whatever. */
export async function checkBaselines(flags: BaselineFlags): Promise<void> {
  const folder = flags.baselines ?? shippedFolder();
  const report = await measured(flags);
  if (report === undefined) return;
  const made = report.targets.map((target) => ({ target, baseline: makeBaseline(report, target.id) }));
  const held = made.map((each) => {
    const name = baselineName(each.baseline.target);
    return { ...each, name, expected: readBaseline(join(folder, name)) };
  });
  const comparisons = held.map(({ target, name, expected }) =>
    compareTarget(report, target, { name, baseline: expected, toolVersion: null }, 'gate'),
  );
  process.stdout.write(renderGate(gatedReport(report, comparisons), terminalOptions(process.stdout, process.env)));
  const other = held.filter(({ baseline, expected }) => renderBaseline(baseline) !== renderBaseline(expected));
  for (const { name, baseline, expected } of other) {
    say(`${name} is not what was measured:`);
    for (const line of changedLines(expected, baseline)) say(`  ${line}`);
  }
  if (other.length > 0) say('where the engine is right: engine-conformance baseline make with the same targets');
  process.exitCode = other.length > 0 ? 1 : 0;
}

/** What was measured; undefined where the run was interrupted. */
async function measured(flags: BaselineFlags): Promise<Report | undefined> {
  if (flags.from !== undefined) return readReport(flags.from);
  const all = { ...flags, only: [], skip: [] };
  const prepared = await prepareRun(all);
  const { only, skip, level } = prepared.settings;
  if (only.length > 0 || skip.length > 0 || level !== null) {
    throw new UsageError(
      'a baseline is of all claims, and the configuration selects some',
      'name another one with --config',
    );
  }
  const report = await performRun(all, prepared);
  if (report === undefined) process.exitCode = INTERRUPTED;
  else await writeReports(report, prepared.output);
  return report;
}

/** Lines of the file that are not the same, as `-` and `+`. */
function changedLines(before: Baseline, after: Baseline): string[] {
  const [old, present] = [renderBaseline(before).split('\n'), renderBaseline(after).split('\n')];
  const trimmed = (line: string) => line.trim().replace(/,$/, '');
  const [was, is] = [new Set(old.map(trimmed)), new Set(present.map(trimmed))];
  return [
    ...[...was].filter((line) => !is.has(line)).map((line) => `- ${line}`),
    ...[...is].filter((line) => !was.has(line)).map((line) => `+ ${line}`),
  ];
}

function say(line: string): void {
  process.stdout.write(`${forTerminal(line)}\n`);
}

function textIfAny(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

async function orUsageError(folder: string, action: () => Promise<void>): Promise<void> {
  try {
    await action();
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === undefined) throw error;
    throw new UsageError(`can't write to ${forTerminal(folder)}: ${code}`, 'name another directory with --baselines', {
      cause: error,
    });
  }
}
