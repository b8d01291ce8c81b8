/** The commands and their flags. What a command does is loaded when it is called: --help must answer at once. */
import { Command, Option } from 'commander';
import { forTerminal } from '../../reports/escape';
import { addCompare } from './compare-command';
import { addBaseline, addGate } from './gate-commands';
import { addLab } from './lab-commands';
import { addMerge } from './merge-command';
import { addRunOptions, addSelection, addTargets, EXIT_STATUS, type RunFlags } from './options';
import { addSchema } from './schema-commands';
import { toolVersion } from './tool-version';

export type { RunFlags, SelectionFlags, TargetFlags } from './options';

/** The whole command line, ready to parse. */
export function buildProgram(): Command {
  const program = new Command('engine-conformance')
    .description('Checks what a document claims about container engines on real engines.')
    .version(toolVersion(), '-V, --version')
    .option('--verbose', 'show where an error came from, and what a run cost')
    .configureOutput({ outputError: (text, write) => write(badUsage(text)) })
    .exitOverride()
    .addHelpText('after', EXIT_STATUS);
  addRun(program);
  addGate(program);
  addCompare(program);
  addPlan(program);
  addClaims(program);
  addReport(program);
  addMerge(program);
  addBaseline(program);
  addSchema(program);
  addLab(program);
  addClean(program);
  addDoctor(program);
  return program;
}

function addRun(program: Command): void {
  const command = program
    .command('run')
    .description('try the claims on the targets and write the report')
    .option('--shard <i/n>', 'only the i-th of n parts of the run; see merge')
    .addHelpText('after', EXIT_STATUS)
    .action(async (_flags: unknown, self: Command) =>
      (await import('./commands/run.js')).run(self.optsWithGlobals<RunFlags>()),
    );
  addSelection(addTargets(addRunOptions(command)));
}

function addPlan(program: Command): void {
  const command = program
    .command('plan')
    .description('what would be tried on a target and what not, with reasons; nothing is started')
    .option('--json', 'for machines')
    .action(async (_flags: unknown, self: Command) =>
      (await import('./commands/plan.js')).plan(self.optsWithGlobals()),
    );
  addSelection(addTargets(command));
}

function addClaims(program: Command): void {
  program
    .command('claims')
    .description('the catalogue of claims')
    .option('--section <chapter>', 'one chapter')
    .option('--json', 'for machines')
    .action(async (flags: { section?: string; json?: boolean }) =>
      (await import('./commands/claims.js')).claims(flags),
    );
}

function addReport(program: Command): void {
  program
    .command('report')
    .description('render reports again')
    .argument('<file...>', 'report.json of earlier runs')
    .addOption(
      new Option('--format <format>', 'what to print')
        .choices(['terminal', 'html', 'md', 'junit', 'json'])
        .default('terminal'),
    )
    .action(async (files: string[], flags: { format: string }) =>
      (await import('./commands/report.js')).report(files, flags.format),
    );
}

function addClean(program: Command): void {
  const command = program
    .command('clean')
    .description('remove what interrupted runs left on a target; runs that go on here are left alone')
    .action(async (_flags: unknown, self: Command) =>
      (await import('./commands/clean.js')).clean(self.optsWithGlobals()),
    );
  addTargets(command);
}

function addDoctor(program: Command): void {
  const command = program
    .command('doctor')
    .description('what is missing on this machine, and the command that mends it')
    .action(async (_flags: unknown, self: Command) =>
      (await import('./commands/doctor.js')).doctor(self.optsWithGlobals()),
    );
  addTargets(command);
}

/** Commander's complaint in the form of all our errors: one line, and the mend. */
function badUsage(text: string): string {
  const line = text
    .replace(/^error: /, '')
    .replace(/\s*\n\s*/g, ' ')
    .trim();
  return `engine-conformance: ${forTerminal(line)}\n  mend: see engine-conformance --help\n`;
}
