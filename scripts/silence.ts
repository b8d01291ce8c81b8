/**
 * `npm run silence`: judges the same targets again and again, and says which verdicts were not the same every time. What
 * changes from run to run says more of the check than of the engine.
 *
 *   npm run silence -- --runs 30 -t unix:///run/docker.sock
 *   npm run silence -- --runs 10 --load 2 -t docker@28.5.2 -t podman@5.8.6 --only 'network.*'
 *
 * Each run is a process of its own, as an operator's is. `--load N` keeps N processes busy meanwhile. What is not an option of
 * this script goes to `run` as it is. Exit status: 0 the same every time · 1 not the same · 2 a run could not judge · 130 interrupted.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Constancy } from '../helpers/trials/constancy';
import { forTerminal } from '../reports/escape';
import { readReport } from '../reports/read';
import type { Report } from '../reports/report';

const COMMAND = join(__dirname, '..', 'bin', 'engine-conformance.js');

interface Settings {
  readonly runs: number;
  readonly load: number;
  /** For `run`. */
  readonly rest: readonly string[];
}

async function main(): Promise<void> {
  const { runs, load, rest } = settings(process.argv.slice(2));
  const folder = await mkdtemp(join(tmpdir(), 'engine-conformance-silence-'));
  const busy = Array.from({ length: load }, keepBusy);
  const endBusy = () => busy.forEach((each) => void each.kill('SIGKILL'));
  // The run that goes on is interrupted by the same signal, and puts its host back by itself.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, endBusy);
  const constancy = new Constancy();
  try {
    for (let run = 1; run <= runs; run += 1) {
      const report = await oneRun(rest, join(folder, `${run}`));
      if (report === undefined) {
        process.exitCode = 2;
        return;
      }
      if (report.run.interrupted) {
        process.exitCode = report.exitStatus;
        break;
      }
      constancy.add(report);
      process.stderr.write(
        `run ${run} of ${runs}: ${(report.run.durationMs / 1000).toFixed(1)} s, ${countsOf(report)}\n`,
      );
    }
    for (const line of constancy.lines()) process.stdout.write(`${forTerminal(line)}\n`);
    process.stdout.write(`${JSON.stringify({ runs, load, ...constancy.summary() })}\n`);
    if (!constancy.same) process.exitCode = 1;
  } finally {
    endBusy();
    await rm(folder, { recursive: true, force: true });
  }
}

function settings(args: readonly string[]): Settings {
  const { values, tokens } = parseArgs({
    args: [...args],
    options: { runs: { type: 'string', default: '10' }, load: { type: 'string', default: '0' } },
    strict: false,
    tokens: true,
  });
  const ours = new Set<number>();
  for (const token of tokens) {
    if (token.kind !== 'option' || (token.name !== 'runs' && token.name !== 'load')) continue;
    ours.add(token.index);
    if (token.inlineValue === false) ours.add(token.index + 1);
  }
  const [runs, load] = [Number(values.runs), Number(values.load)];
  if (!Number.isInteger(runs) || runs < 2) throw new TypeError('--runs takes a number from 2');
  if (!Number.isInteger(load) || load < 0) throw new TypeError('--load takes a number from 0');
  return { runs, load, rest: args.filter((_, index) => !ours.has(index)) };
}

/** The report of one run, or undefined where there is none: then it has said why. */
async function oneRun(rest: readonly string[], output: string): Promise<Report | undefined> {
  const child = spawn(process.execPath, [COMMAND, 'run', ...rest, '--output', output], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', resolve);
  });
  return status === 2 || status === null ? undefined : readReport(join(output, 'report.json'));
}

function keepBusy(): ChildProcess {
  return spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' });
}

function countsOf({ summary }: Report): string {
  return summary
    .map(({ target, verdicts: { pass, fail, error } }) => `${target} ${pass} pass, ${fail} fail, ${error} error`)
    .join('; ');
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
});
