/**
 * What many targets cost: one engine behind many addresses, judged as so many targets by one process, and in parts by several
 * one after the other whose reports are merged. It shows what the suite itself adds for each target; the engine's own work is
 * that of one machine here.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { engineAtHand } from '../helpers/cli/engine-at-hand';
import { loadConfig } from '../helpers/target/config';
import { resolveTargets } from '../helpers/target/resolve';
import type { Endpoint } from '../helpers/target/target';
import { readReport } from '../reports/read';
import { command, judgedOf } from './command';

/** A few claims that cost the engine little, so that what each target costs is seen. */
const CLAIMS = ['--only', 'engine.version', '--only', 'volume.named', '--only', 'network.predefined'];
const SIZES = [1, 10, 50, 200];
const SHARDS = 4;

export interface FleetFigures {
  readonly targets: number;
  readonly judged: number;
  readonly errors: number;
  readonly wallMs: number;
  readonly peakMemoryMb: number;
}

/** Measures fleets of growing size on the engine that a docker client would use; the last of them once more in parts. */
export async function fleetFigures(): Promise<{
  readonly whole: readonly FleetFigures[];
  readonly inParts: FleetFigures;
}> {
  const asked = resolveTargets({ targets: [], config: loadConfig(undefined, __dirname), env: process.env });
  const say = (line: string) => void process.stderr.write(`${line}\n`);
  const atHand = await engineAtHand(asked, true, say, new AbortController().signal);
  const folder = await mkdtemp(join(tmpdir(), 'engine-conformance-fleet-'));
  const [engine] = atHand.targets;
  if (engine === undefined) throw new Error('no engine to measure on');
  const doors = await Promise.all(Array.from({ length: Math.max(...SIZES) }, () => openDoor(engine.endpoint)));
  const targets = doors.map((door) => `tcp://127.0.0.1:${(door.address() as AddressInfo).port}`);
  try {
    const whole: FleetFigures[] = [];
    for (const size of SIZES) whole.push(await judge(targets.slice(0, size), join(folder, `${size}`)));
    return { whole, inParts: await judgeInParts(targets, folder) };
  } finally {
    for (const door of doors) door.close();
    await rm(folder, { recursive: true, force: true });
    await atHand.stop();
  }
}

/** The rows of the table, as what, value and budget. */
export function fleetRows({
  whole,
  inParts,
}: Awaited<ReturnType<typeof fleetFigures>>): readonly (readonly [string, string, string])[] {
  const row = (what: string, { wallMs, targets, peakMemoryMb, errors }: FleetFigures) =>
    [what, `${wallMs} ms`, `${Math.round(wallMs / targets)} ms each, ${peakMemoryMb} MB, ${errors} errors`] as const;
  return [
    ...whole.map((figures) => row(`${figures.targets} targets`, figures)),
    row(`${inParts.targets} targets in ${SHARDS} parts`, inParts),
  ];
}

async function judge(targets: readonly string[], output: string, more: readonly string[] = []): Promise<FleetFigures> {
  const flags = targets.flatMap((target) => ['-t', target]);
  const begun = performance.now();
  const { stderr } = await command(['run', ...flags, ...CLAIMS, ...more, '-o', output, '--verbose'], [0, 1, 3]);
  const wallMs = Math.round(performance.now() - begun);
  const cost = /^cost: (.*)$/m.exec(stderr)?.[1];
  if (cost === undefined) throw new Error(`the run told no cost: ${stderr}`);
  const { peakMemoryMb } = JSON.parse(cost) as { peakMemoryMb: number };
  return { ...countsOf(output), wallMs, peakMemoryMb };
}

async function judgeInParts(targets: readonly string[], folder: string): Promise<FleetFigures> {
  const parts = Array.from({ length: SHARDS }, (_, index) => {
    const part = `${index + 1}/${SHARDS}`;
    return { part, output: join(folder, `part-${index + 1}`) };
  });
  const figures: FleetFigures[] = [];
  for (const { part, output } of parts) figures.push(await judge(targets, output, ['--shard', part]));
  const merged = join(folder, 'merged');
  await command(['merge', ...parts.map(({ output }) => join(output, 'report.json')), '-o', merged], [0, 1, 3]);
  return {
    ...countsOf(merged),
    wallMs: figures.reduce((sum, { wallMs }) => sum + wallMs, 0),
    peakMemoryMb: Math.max(...figures.map(({ peakMemoryMb }) => peakMemoryMb)),
  };
}

function countsOf(output: string): Pick<FleetFigures, 'targets' | 'judged' | 'errors'> {
  const report = readReport(join(output, 'report.json'));
  return { targets: report.targets.length, ...judgedOf(report) };
}

/** A port of the loopback that leads to the engine. */
async function openDoor(endpoint: Endpoint): Promise<Server> {
  const server = createServer((here) => {
    const there =
      endpoint.kind === 'unix'
        ? connect(endpoint.socketPath)
        : connect(endpoint.kind === 'tcp' ? { host: endpoint.host, port: endpoint.port } : { port: 0 });
    here.pipe(there).pipe(here);
    // What breaks on one side ends the other; both know it by that.
    here.on('error', () => there.destroy());
    there.on('error', () => here.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return server;
}
