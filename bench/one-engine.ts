/**
 * What a run costs, against what an operator would type instead (walkthrough.sh), in turn on one engine, so that a noisy
 * machine is fair to both.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { engineAtHand } from '../helpers/cli/engine-at-hand';
import { findBusybox } from '../helpers/probe/busybox';
import { probeTarball } from '../helpers/probe/tarball';
import { loadConfig } from '../helpers/target/config';
import { endpointUrl } from '../helpers/target/endpoint-url';
import { resolveTargets } from '../helpers/target/resolve';
import { readReport } from '../reports/read';
import { COMMAND } from './command';
import type { PartFigures } from './part';
import { type SchemaFigures, schemaFigures, schemaRows, withinBudget } from './schemas';

const execute = promisify(execFile);
const WALKTHROUGH = join(__dirname, 'walkthrough.sh');
/** All single-host claims in at most this many times the walk-through's time. */
const BUDGET_RATIO = 1.5;
const BUDGET_MEMORY_MB = 600;
const BUDGET_QUICK_MS = 500;

interface Round {
  readonly walkthroughMs: number;
  readonly runMs: number;
  readonly checks: number;
  readonly idleMs: number;
  readonly peakMemoryMb: number;
}

/** Judges the engine that DOCKER_HOST names, or one that is started for it; `rounds` of walk-through and run in turn. */
export async function oneEngine(rounds: number): Promise<PartFigures> {
  const targets = resolveTargets({ targets: [], config: loadConfig(undefined, __dirname), env: process.env });
  const say = (line: string) => void process.stderr.write(`${line}\n`);
  const atHand = await engineAtHand(targets, true, say, new AbortController().signal);
  try {
    const [target] = atHand.targets;
    if (target === undefined) throw new Error('no engine to measure on');
    return await measure(endpointUrl(target.endpoint), rounds);
  } finally {
    await atHand.stop();
  }
}

async function measure(host: string, count: number): Promise<PartFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'engine-conformance-bench-'));
  const env = { ...process.env, DOCKER_HOST: host, IMG: 'engine-conformance/walkthrough:bench', BIND: folder };
  try {
    await importImage(env);
    const rounds: Round[] = [];
    for (let round = 0; round < count; round += 1) rounds.push(await oneRound(host, folder, env));
    const quick = {
      helpMs: await timed(() => execute(process.execPath, [COMMAND, '--help'])),
      claimsMs: await timed(() => execute(process.execPath, [COMMAND, 'claims'], { maxBuffer: 1 << 24 })),
      planMs: await timed(() => execute(process.execPath, [COMMAND, 'plan', '-t', host], { maxBuffer: 1 << 24 })),
    };
    return figuresOf(rounds, quick, await schemaFigures());
  } finally {
    await execute('docker', ['rmi', '-f', env.IMG], { env });
    await rm(folder, { recursive: true, force: true });
  }
}

async function importImage(env: NodeJS.ProcessEnv): Promise<void> {
  const tarball = await probeTarball(await findBusybox());
  const child = execFile('docker', ['import', '-', env.IMG ?? ''], { env });
  child.stdin?.end(tarball);
  await new Promise<void>((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`docker import ended with ${code}`))));
  });
}

async function oneRound(host: string, folder: string, env: NodeJS.ProcessEnv): Promise<Round> {
  const walkthroughMs = await timed(() => execute('bash', [WALKTHROUGH], { env }));
  let stderr = '';
  const runMs = await timed(async () => {
    const args = [COMMAND, 'run', '-t', host, '-o', folder, '--verbose'];
    ({ stderr } = await execute(process.execPath, args, { env, maxBuffer: 1 << 26 }));
  });
  const cost = /^cost: (.*)$/m.exec(stderr)?.[1];
  if (cost === undefined) throw new Error(`the run told no cost: ${stderr}`);
  const { idleMs, peakMemoryMb } = JSON.parse(cost) as { idleMs: number; peakMemoryMb: number };
  const judged = readReport(join(folder, 'report.json')).results.filter(
    ({ verdict }) => verdict === 'pass' || verdict === 'fail',
  );
  return { walkthroughMs, runMs, checks: judged.length, idleMs, peakMemoryMb };
}

async function timed(action: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await action();
  return Math.round(performance.now() - begun);
}

function figuresOf(
  rounds: readonly Round[],
  quick: Readonly<Record<'helpMs' | 'claimsMs' | 'planMs', number>>,
  schemas: SchemaFigures,
): PartFigures {
  const middle = (pick: (round: Round) => number) => median(rounds.map(pick));
  const summary = {
    rounds: rounds.length,
    walkthroughMs: middle((round) => round.walkthroughMs),
    runMs: middle((round) => round.runMs),
    ratio: Math.round(median(rounds.map((round) => round.runMs / round.walkthroughMs)) * 100) / 100,
    checks: middle((round) => round.checks),
    idleMs: middle((round) => round.idleMs),
    peakMemoryMb: Math.max(...rounds.map((round) => round.peakMemoryMb)),
    ...quick,
    schemas,
  };
  const rows: readonly (readonly [string, string, string])[] = [
    ['walk-through, 22 checks', `${summary.walkthroughMs} ms`, ''],
    [`all claims, ${summary.checks} judged`, `${summary.runMs} ms`, ''],
    ['ratio of the two', String(summary.ratio), `budget ${BUDGET_RATIO}`],
    ['of a run, no engine call under way', `${summary.idleMs} ms`, ''],
    ['peak memory of a run', `${summary.peakMemoryMb} MB`, `budget ${BUDGET_MEMORY_MB} MB`],
    [
      '--help, claims, plan',
      `${quick.helpMs}, ${quick.claimsMs}, ${quick.planMs} ms`,
      `budget ${BUDGET_QUICK_MS} ms each`,
    ],
    ...schemaRows(schemas),
  ];
  const quickest = Math.max(...Object.values(quick));
  const isQuick = summary.ratio <= BUDGET_RATIO && quickest <= BUDGET_QUICK_MS && withinBudget(schemas);
  return { rows, figures: summary, within: isQuick && summary.peakMemoryMb <= BUDGET_MEMORY_MB };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
