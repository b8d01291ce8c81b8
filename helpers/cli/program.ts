/** The commands and their flags. What a command does is loaded when it is called: --help must answer at once. */
import { Command, InvalidArgumentError, Option } from 'commander';
import { forTerminal } from '../../reports/escape';
import { addLab } from './lab-commands';
import { addSchema } from './schema-commands';
import { toolVersion } from './tool-version';

/** Flags of the commands that reach an engine. */
export interface TargetFlags {
  readonly target: string[];
  readonly config?: string;
  readonly apiVersion?: string;
  readonly tlsCa?: string;
  readonly tlsCert?: string;
  readonly tlsKey?: string;
}

/** Flags that select claims. */
export interface SelectionFlags {
  readonly only: string[];
  readonly skip: string[];
  readonly level?: string;
}

export interface RunFlags extends TargetFlags, SelectionFlags {
  readonly strict?: boolean;
  readonly repeat?: number;
  readonly bootstrap?: boolean;
  readonly probeImage?: string;
  readonly output?: string;
  readonly verbose?: boolean;
}

const EXIT_STATUS = `
Exit status: 0 conforms · 1 an engine departs · 2 could not judge (arguments, unreachable target, broken set-up,
nothing selected) · 3 incomplete (a check ended in error, or never reported) · 130 interrupted`;

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
  addPlan(program);
  addClaims(program);
  addReport(program);
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
    .option('--strict', 'take no known change for granted')
    .option('--repeat <n>', 'try each claim this often; it passes where all tries pass', positive)
    .option('--bootstrap', 'where no engine answers, install and start one from the distribution')
    .option('--probe-image <image>', 'an image on the engine, or the path of a static busybox')
    .option('-o, --output <dir>', 'where the report is written (default: reports/out)')
    .addHelpText('after', EXIT_STATUS)
    .action(async (_flags: unknown, self: Command) =>
      (await import('./commands/run.js')).run(self.optsWithGlobals<RunFlags>()),
    );
  addSelection(addTargets(command));
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
      new Option('--format <format>', 'what to print').choices(['terminal', 'md', 'junit', 'json']).default('terminal'),
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

function addTargets(command: Command): Command {
  return command
    .option(
      '-t, --target <target>',
      'unix:///…, tcp://…, ssh://…, context:NAME, docker@VERSION, podman@VERSION, image:REF or a configured name; may be repeated',
      collect,
      [],
    )
    .option('--config <file>', 'configuration (default: conformance.config.yaml where there is one)')
    .option('--api-version <version>', "ask at this version (default: 1.23, or the engine's minimum)", apiVersion)
    .option('--tls-ca <file>', 'certificate of the authority that signed the engine')
    .option('--tls-cert <file>', "the client's certificate")
    .option('--tls-key <file>', "the client's key");
}

function addSelection(command: Command): Command {
  return command
    .option('--only <glob>', 'only claims like this, as network.bridge.*; may be repeated', collect, [])
    .option('--skip <glob>', 'no claims like this; may be repeated', collect, [])
    .option('--level <level>', 'only stated, implied or erratum');
}

function collect(value: string, before: string[]): string[] {
  return [...before, value];
}

function positive(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidArgumentError('a number from 1 to 9999 is needed.');
  return Number(text);
}

function apiVersion(text: string): string {
  if (!/^\d{1,3}\.\d{1,3}$/.test(text)) throw new InvalidArgumentError('a version like 1.41 is needed.');
  return text;
}

/** Commander's complaint in the form of all our errors: one line, and the mend. */
function badUsage(text: string): string {
  const line = text
    .replace(/^error: /, '')
    .replace(/\s*\n\s*/g, ' ')
    .trim();
  return `engine-conformance: ${forTerminal(line)}\n  mend: see engine-conformance --help\n`;
}
