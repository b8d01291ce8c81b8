/**
 * What the suite costs. Prints a table and, last, one line of JSON; exits with 1 where something is over its budget.
 *
 *   npm run bench                        all parts, which takes minutes
 *   npm run bench -- run 5               one engine against a walk-through by hand, five rounds; the schemas
 *   npm run bench -- engines clusters    many engines at the same time; clusters of two hosts
 *   npm run bench -- fleet               one engine behind fifty addresses, judged in parts
 */
import { engineAtHand } from '../helpers/cli/engine-at-hand';
import { loadConfig } from '../helpers/target/config';
import { endpointUrl } from '../helpers/target/endpoint-url';
import { resolveTargets } from '../helpers/target/resolve';
import { clusterFigures, clusterRows, clustersWithinBudget } from './clusters';
import { enginesFigures, enginesRows, enginesWithinBudget } from './engines';
import { fleetFigures, fleetRows } from './fleet';
import { oneEngine } from './one-engine';
import type { PartFigures } from './part';

interface Asked {
  readonly parts: readonly string[];
  /** As often as each part says itself where nothing is said. */
  readonly rounds: number | undefined;
}

const PARTS: Readonly<Record<string, (rounds: number | undefined) => Promise<PartFigures>>> = {
  run: (rounds = 3) => oneEngine(rounds),
  engines: async (rounds = 1) => {
    const figures = await enginesFigures(rounds);
    return { rows: enginesRows(figures), figures, within: enginesWithinBudget(figures) };
  },
  clusters: async () => {
    const figures = await clusterFigures();
    return { rows: clusterRows(figures), figures, within: clustersWithinBudget(figures) };
  },
  fleet: async () => {
    const figures = await fleetFigures();
    return { rows: fleetRows(figures), figures, within: true };
  },
};

async function main(): Promise<void> {
  const { parts, rounds } = asked(process.argv.slice(2));
  const targets = resolveTargets({ targets: [], config: loadConfig(undefined, __dirname), env: process.env });
  const say = (line: string) => void process.stderr.write(`${line}\n`);
  const atHand = await engineAtHand(targets, true, say, new AbortController().signal);
  const [engine] = atHand.targets;
  // Every part, and every command that it calls, finds the same engine by it.
  if (engine !== undefined) process.env.DOCKER_HOST = endpointUrl(engine.endpoint);
  try {
    await measure(parts, rounds);
  } finally {
    await atHand.stop();
  }
}

async function measure(parts: readonly string[], rounds: number | undefined): Promise<void> {
  const all: Record<string, unknown> = {};
  for (const name of parts) {
    const part = await PARTS[name]?.(rounds);
    if (part === undefined) throw new TypeError(`no part ${name}`);
    for (const [what, value, budget] of part.rows)
      process.stdout.write(`${what.padEnd(42)} ${value.padStart(18)}  ${budget}\n`);
    all[name] = part.figures;
    if (!part.within) process.exitCode = 1;
  }
  process.stdout.write(`${JSON.stringify(all)}\n`);
}

/** The parts and the rounds that are named; all parts where none is. */
function asked(words: readonly string[]): Asked {
  const numbers = words.filter((word) => /^[1-9]\d?$/.test(word));
  const parts = words.filter((word) => !numbers.includes(word));
  const unknown = parts.find((part) => !Object.hasOwn(PARTS, part));
  if (unknown !== undefined || numbers.length > 1)
    throw new TypeError(
      `parts are ${Object.keys(PARTS).join(', ')}, and rounds a number from 1 to 99, not ${words.join(' ')}`,
    );
  const [rounds] = numbers;
  return {
    parts: parts.length === 0 ? Object.keys(PARTS) : parts,
    rounds: rounds === undefined ? undefined : Number(rounds),
  };
}

void main();
