/** The commands `gate` and `baseline`, and their flags. */
import type { Command } from 'commander';
import { addRunOptions, addSelection, addTargets, EXIT_STATUS, type RunFlags } from './options';

export interface GateFlags extends RunFlags {
  readonly baseline: string;
  readonly baselineTarget?: string;
  readonly accept?: string;
  /** A file, or true where the waivers are to be printed. */
  readonly propose?: string | true;
  readonly report?: string;
}

export interface BaselineFlags extends RunFlags {
  readonly from?: string;
  readonly baselines?: string;
}

const GATE_HELP = `
Exit status: 0 nothing changed but what is accepted · 1 something changed, or a waiver is not in order · 2 could not judge
(arguments, files, unreachable target, nothing in common) · 3 incomplete: something planned was not judged · 130 interrupted

Examples:
  engine-conformance gate --baseline before/report.json --target ssh://root@staging
  engine-conformance gate --baseline reports/baselines/docker-20.10.24.json -t docker@28.5.2 --propose waivers.yaml
  engine-conformance gate --baseline before/report.json -t ssh://root@staging --accept waivers.yaml`;

const BASELINE_HELP = `
A baseline is what an engine was measured to do, without what is different the next time: two measurements of one engine
give the same bytes. None is made of a run with errors.

Examples:
  engine-conformance baseline make -t docker@28.5.2
  engine-conformance baseline check -t docker@28.5.2`;

/** Adds `gate`. */
export function addGate(program: Command): void {
  const command = program
    .command('gate')
    .description('run, and fail where something is not as in the baseline')
    .requiredOption('--baseline <file>', 'a baseline, or a report.json of an earlier run')
    .option('--baseline-target <id>', 'of a report of several targets the one to compare with')
    .option('--accept <file>', 'waivers: differences that somebody has accepted (YAML)')
    .option('--propose [file]', 'print the waivers that the differences would need, or write them to a new file')
    .option('--report <file>', 'judge the report of an earlier run instead of running')
    .addHelpText('after', GATE_HELP)
    .action(async (_flags: unknown, self: Command) =>
      (await import('./commands/gate.js')).gate(self.optsWithGlobals<GateFlags>()),
    );
  addSelection(addTargets(addRunOptions(command)));
}

/** Adds `baseline make` and `baseline check`. */
export function addBaseline(program: Command): void {
  const command = program.command('baseline').description('what engines were measured to do, one file each');
  const make = command
    .command('make')
    .description('measure the targets and write a baseline of each')
    .option('--baselines <dir>', 'where they are written (default: those of this package)')
    .option('--from <file>', 'make them of the report of an earlier run instead of running')
    .addHelpText('after', BASELINE_HELP)
    .action(async (_flags: unknown, self: Command) =>
      (await import('./commands/baseline.js')).makeBaselines(self.optsWithGlobals<BaselineFlags>()),
    );
  const check = command
    .command('check')
    .description('measure the targets again; fail where one is not what its baseline says')
    .option('--baselines <dir>', 'where they lie (default: those of this package)')
    .option('--from <file>', 'check the report of an earlier run instead of running')
    .addHelpText('after', `${EXIT_STATUS}\n${BASELINE_HELP}`)
    .action(async (_flags: unknown, self: Command) =>
      (await import('./commands/baseline.js')).checkBaselines(self.optsWithGlobals<BaselineFlags>()),
    );
  for (const each of [make, check]) addTargets(addRunOptions(each));
}
