/**
 * `npm run interrupt`: interrupts runs by force at moments that are drawn at random (the run killed, its engine killed and started
 * again, the network to its engine cut), on a lab host with bystanders, and holds the host afterwards against what it was before.
 *
 *   npm run interrupt -- --engine docker@20.10.24 --kills 30 --engine-kills 10 --cuts 10 --seed 1
 *
 * A run that is interrupted must end within 90 s, with status 3 (or 2, where nothing was judged yet) or by the signal; it must blame
 * the engine for nothing; and after `clean` the host must be as it was. Exit status: 0 so it was · 1 not so, with what is there.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseLabEngine } from '../helpers/lab/engine-name';
import { openLab } from '../helpers/lab/lab';
import type { LabHost } from '../helpers/lab/lab-host';
import { openOuterEngine } from '../helpers/lab/outer-engine';
import { startEngine } from '../helpers/lab/start-engine';
import { newRunId } from '../helpers/run/identity';
import { type Difference, differences } from '../helpers/run/inventory';
import { resolveDefault } from '../helpers/target/resolve';
import { makeBystanders } from '../helpers/trials/bystanders';
import { stateOf } from '../helpers/trials/host-state';
import { addressOf, type Interrupted, type Interruption, interruptAt } from '../helpers/trials/interrupted';
import { moments } from '../helpers/trials/moments';
import { poll } from '../helpers/verdict/poll';
import { forTerminal } from '../reports/escape';

const COMMAND = join(__dirname, '..', 'bin', 'engine-conformance.js');
/** Milliseconds that interfaces and rules of removed containers may take to go. */
const SETTLE_LIMIT_MS = 10_000;
/** As often it is cleaned where calls may still be on their way. */
const MOST_CLEANINGS = 8;

const { values } = parseArgs({
  options: {
    engine: { type: 'string', default: 'docker@20.10.24' },
    kills: { type: 'string', default: '30' },
    'engine-kills': { type: 'string', default: '10' },
    cuts: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
    span: { type: 'string', default: '15000' },
  },
});

interface Tally {
  trials: number;
  tooLate: number;
  longestEndMs: number;
  /** How often `clean` was called at most until the host was as before. */
  mostCleanings: number;
  readonly wrong: string[];
}

async function main(): Promise<void> {
  const outer = await openOuterEngine(resolveDefault(process.env));
  const interruption = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interruption.abort());
  const say = (line: string) => void process.stderr.write(`${forTerminal(line)}\n`);
  const lab = openLab({ outer, owner: newRunId(), say, signal: interruption.signal });
  try {
    const host = await startEngine(lab, parseLabEngine(values.engine));
    await withEngine(host, makeBystanders);
    const totals: Record<string, Omit<Tally, 'wrong'> & { wrong: number }> = {};
    for (const [how, count] of planOf()) {
      const tally = await trials(host, how, count, interruption.signal, say);
      totals[how] = { ...tally, wrong: tally.wrong.length };
      if (tally.wrong.length > 0) process.exitCode = 1;
      for (const line of tally.wrong)
        process.stdout.write(`${forTerminal(`WRONG  ${how}: ${line}`, { limit: 2_000 })}\n`);
    }
    process.stdout.write(`${JSON.stringify({ engine: values.engine, seed: values.seed, ...totals })}\n`);
  } finally {
    await lab.close();
    outer.close();
  }
}

function planOf(): [Interruption, number][] {
  return [
    ['run killed', Number(values.kills)],
    ['network cut', Number(values.cuts)],
    ['engine killed', Number(values['engine-kills'])],
  ];
}

async function trials(
  host: LabHost,
  how: Interruption,
  count: number,
  signal: AbortSignal,
  say: (line: string) => void,
): Promise<Tally> {
  const tally: Tally = { trials: 0, tooLate: 0, longestEndMs: 0, mostCleanings: 0, wrong: [] };
  const running = how !== 'engine killed';
  if (!running && count > 0) {
    // From here on bystanders are what they are after a power cut.
    await host.stop();
    await host.start();
  }
  const state = () => withEngine(host, ({ engine }) => stateOf(host, engine, running));
  const before = await state();
  for (const moment of moments(count, Number(values.span), Number(values.seed))) {
    if (signal.aborted) break;
    const seen = await interruptAt(host, how, moment, COMMAND);
    const { last, cleanings } = await cleanedUp(host, how, async () => differences(before, await state()), signal);
    const wrong = [
      ...faultsOf(how, seen),
      ...last.map(({ kind, appeared, gone }) => `${kind}: appeared ${appeared.join(' ; ')} gone ${gone.join(' ; ')}`),
    ].map((line) => `at ${moment} ms: ${line}`);
    tally.trials += 1;
    tally.mostCleanings = Math.max(tally.mostCleanings, cleanings);
    tally.tooLate += seen.tooLate ? 1 : 0;
    tally.longestEndMs = Math.max(tally.longestEndMs, seen.endedAfterMs);
    tally.wrong.push(...wrong);
    const verdict = wrong.length === 0 ? 'as it must be' : wrong.join(' | ');
    say(`${how} at ${moment} ms: status ${seen.status}, ended ${seen.endedAfterMs} ms later; ${verdict}`);
  }
  return tally;
}

/**
 * Cleans, and looks what is left. A call that was on its way when the network was cut may reach the engine when it is mended, up
 * to a minute later: there, and only there, it is cleaned again.
 */
async function cleanedUp(
  host: LabHost,
  how: Interruption,
  look: () => Promise<Difference[]>,
  signal: AbortSignal,
): Promise<{ readonly last: readonly Difference[]; readonly cleanings: number }> {
  const most = how === 'network cut' ? MOST_CLEANINGS : 1;
  for (let cleanings = 1; ; cleanings += 1) {
    await clean(host);
    const { last } = await poll(look, (left) => left.length === 0, SETTLE_LIMIT_MS, signal);
    if (last.length === 0 || cleanings >= most) return { last, cleanings };
  }
}

function faultsOf(how: Interruption, { status, tooLate, blamed }: Interrupted): string[] {
  if (tooLate) return [];
  const allowed: (number | null)[] = how === 'run killed' ? [null] : [2, 3];
  const ended = allowed.includes(status) ? [] : [`the run ended with status ${status}`];
  return [...ended, ...blamed];
}

function clean(host: LabHost): Promise<number | null> {
  const child = spawn(process.execPath, [COMMAND, 'clean', '-t', addressOf(host)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', resolve);
  });
}

async function withEngine<T>(
  host: LabHost,
  section: (outer: Awaited<ReturnType<typeof openOuterEngine>>) => Promise<T>,
): Promise<T> {
  const opened = await openOuterEngine({ id: addressOf(host), endpoint: host.endpoint, source: 'the lab' });
  try {
    return await section(opened);
  } finally {
    opened.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 2;
});
