/** The command `compare` and its flags. */
import { type Command, InvalidArgumentError } from 'commander';
import { addRunOptions, addSelection, addTargetOptions, type RunFlags } from './options';

export interface CompareFlags extends RunFlags {
  /** Samples of each time. */
  readonly samples: number;
  /** False with --no-timings. */
  readonly timings: boolean;
}

const SAMPLES = 20;

const HELP = `
A target is what run takes with -t; a report is a report.json of an earlier run, or of an earlier comparison. Targets are judged
at the same time; before that they are timed, engine by engine in turn.

Exit status: 0 compared, whatever departs · 2 could not compare (arguments, files, unreachable target) · 3 incomplete: something
was not judged · 130 interrupted

Examples:
  engine-conformance compare docker@20.10.24 docker@28.5.2 podman@5.8.6 -o comparison
  engine-conformance compare before/report.json unix:///run/docker.sock --no-timings
  engine-conformance compare reports/*/report.json`;

/** Adds `compare`. */
export function addCompare(program: Command): void {
  const command = program
    .command('compare')
    .description('set engines side by side: what each does with each claim, since which version, drift and times')
    .argument('[engine-or-report...]', 'targets, and report.json of earlier runs')
    .option('--samples <n>', 'how often each operation is timed on each engine', samples, SAMPLES)
    .option('--no-timings', 'time nothing')
    .addHelpText('after', HELP)
    .action(async (args: string[], _flags: unknown, self: Command) =>
      (await import('./commands/compare.js')).compare(args, self.optsWithGlobals<CompareFlags>()),
    );
  addSelection(addTargetOptions(addRunOptions(command)));
}

function samples(text: string): number {
  if (!/^[1-9]\d{0,2}$/.test(text)) throw new InvalidArgumentError('a number from 1 to 999 is needed.');
  return Number(text);
}
