/**
 * `npm run prove`: plants the faults that the claims name between suite and a live engine, and says which of them are noticed.
 * Exit status: 0 all of them · 1 not all, or a claim fails without a fault · 2 nothing could be planted · 130 interrupted
 */
import { Command, CommanderError } from 'commander';
import { forTerminal } from '../../reports/escape';
import { loadCatalogue } from '../claims/catalogue';
import { type Proof, summaryOf, type Trial } from '../faults/proof';
import { prove } from '../faults/prove';
import { newRunId } from '../run/identity';
import { SUITES } from '../run/jest';
import { select } from '../run/selection';
import { loadConfig } from '../target/config';
import { resolveRequested } from '../target/resolve';
import { UsageError } from '../usage-error';
import { engineAtHand } from './engine-at-hand';
import { INTERRUPTED, interruption } from './interruption';
import { reportTrouble } from './trouble';

interface Flags {
  readonly target?: string;
  readonly only: readonly string[];
  readonly apiVersion?: string;
  readonly json?: boolean;
  readonly sweep?: boolean;
  readonly bootstrap?: boolean;
}

async function main(): Promise<void> {
  const command = new Command('prove')
    .description('plants the faults that claims name, and says which are noticed')
    .option('-t, --target <target>', 'the engine (default: the one that a docker client would use)')
    .option('--api-version <version>', 'ask at this version')
    .option(
      '--only <glob>',
      'only claims like this; may be repeated',
      (glob: string, all: string[]) => [...all, glob],
      [],
    )
    .option('--bootstrap', 'install what engines of the lab are built with, where it is missing')
    .option('--sweep', 'leave every field out once that a statement speaks of, in the place of the named faults')
    .option('--json', 'for machines')
    .exitOverride();
  try {
    command.parse();
    process.exitCode = await run(command.opts<Flags>());
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
    else process.exitCode = reportTrouble(error, false);
  }
}

async function run(flags: Flags): Promise<number> {
  const { target: named, only, apiVersion, json = false, sweep = false, bootstrap = false } = flags;
  const config = loadConfig(undefined, process.cwd());
  const requested = resolveRequested({ targets: named === undefined ? [] : [named], config, env: process.env });
  const claims = select(loadCatalogue(SUITES), { only, skip: [], level: null });
  const say = (text: string) => void process.stderr.write(`${text}\n`);
  const signal = interruption(say);
  const tried = (trial: Trial) => void (json || process.stdout.write(`${lineOf(trial)}\n`));
  const runId = newRunId();
  const atHand = await engineAtHand(requested, bootstrap, say, signal, { id: runId });
  let proof: Proof;
  try {
    const [target] = atHand.targets;
    if (target === undefined) throw new UsageError('no target');
    proof = await prove({ target, runId, apiVersion, claims, signal, sweep, tried });
  } finally {
    await atHand.stop();
  }
  const summary = summaryOf(proof);
  process.stdout.write(json ? `${JSON.stringify({ ...summary, ...proof })}\n` : `${linesOf(proof).join('\n')}\n`);
  if (signal.aborted) return INTERRUPTED;
  if (!summary.sound) return 1;
  return summary.planted === 0 ? 2 : 0;
}

function lineOf({ claim, what, noticed, verdict, reason }: Trial): string {
  return line(
    `${noticed ? 'noticed     ' : 'NOT NOTICED '} ${claim} · ${what} · ${verdict}: ${reason || 'nothing seemed amiss'}`,
  );
}

function linesOf(proof: Proof): string[] {
  const { noticed, planted } = summaryOf(proof);
  const { unsound, notTried, notPlantable, withoutFault, left } = proof;
  return [
    ...unsound.map(({ claim, why }) => line(`UNSOUND      ${claim} · without a fault · ${why}`)),
    ...left.map((each) => line(`LEFT BEHIND  ${each}`)),
    ...notTried.map(({ claim, why }) => line(`not tried    ${claim} · ${why}`)),
    ...notPlantable.map(({ claim, why }) => line(`not planted  ${claim} · ${why}`)),
    ...withoutFault.map((claim) => line(`no fault     ${claim}`)),
    `noticed ${noticed} of ${planted} planted; ${withoutFault.length} claims without a fault; ${Math.round(proof.durationMs / 1000)} s`,
  ];
}

function line(text: string): string {
  return forTerminal(text.replace(/\s*\n\s*/g, ' '));
}

void main();
