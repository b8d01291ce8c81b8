/**
 * What a fleet costs that is judged in parts: one engine behind many addresses, each a target, and a process for each part, four at
 * the same time; then their reports merged. It shows what the suite itself adds for each target; the engine's own work is that of
 * one machine here. One process for all of them is no way to simulate it: what one run makes on one engine has its names but once.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Semaphore } from '../helpers/run/semaphore';
import { defaultEndpoint } from '../helpers/target/environment';
import type { Endpoint } from '../helpers/target/target';
import { readReport } from '../reports/read';
import { command, judgedOf } from './command';

/** A few claims that cost the engine little, so that what each target costs is seen. */
const CLAIMS = ['--only', 'engine.version', '--only', 'volume.named', '--only', 'network.predefined'];
const SIZES = [1, 10, 50];
/** Parts that are judged at the same time. */
const AT_ONCE = 4;

export interface FleetFigures {
  readonly targets: number;
  readonly judged: number;
  readonly errors: number;
  readonly wallMs: number;
  /** Of the largest process among the parts. */
  readonly peakMemoryMb: number;
  readonly mergeMs: number;
}

/** Measures fleets of growing size on the engine that a docker client would use. */
export async function fleetFigures(): Promise<readonly FleetFigures[]> {
  const { endpoint } = defaultEndpoint(process.env);
  const folder = await mkdtemp(join(tmpdir(), 'engine-conformance-fleet-'));
  const doors = await Promise.all(Array.from({ length: Math.max(...SIZES) }, () => openDoor(endpoint)));
  const targets = doors.map((door) => `tcp://127.0.0.1:${(door.address() as AddressInfo).port}`);
  try {
    const figures: FleetFigures[] = [];
    for (const size of SIZES) figures.push(await judgeInParts(targets.slice(0, size), join(folder, `${size}`)));
    return figures;
  } finally {
    for (const door of doors) door.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The rows of the table, as what, value and budget. */
export function fleetRows(all: readonly FleetFigures[]): readonly (readonly [string, string, string])[] {
  return all.map(({ targets, judged, errors, wallMs, mergeMs, peakMemoryMb }) => [
    `${targets} targets in as many parts, ${judged} checks`,
    `${wallMs} ms`,
    `${Math.round(wallMs / targets)} ms each, ${peakMemoryMb} MB, merged in ${mergeMs} ms, ${errors} errors`,
  ]);
}

async function judgeInParts(targets: readonly string[], folder: string): Promise<FleetFigures> {
  const flags = targets.flatMap((target) => ['-t', target]);
  const begun = performance.now();
  const places = new Semaphore(AT_ONCE);
  const parts = targets.map((_, index) => ({
    shard: `${index + 1}/${targets.length}`,
    output: join(folder, `${index}`),
  }));
  const costs = await Promise.all(
    parts.map(({ shard, output }) =>
      places.run(() => costOf(['run', ...flags, ...CLAIMS, '--shard', shard, '-o', output, '--verbose'])),
    ),
  );
  const wallMs = Math.round(performance.now() - begun);
  const merged = join(folder, 'merged');
  const begunMerge = performance.now();
  await command(['merge', ...parts.map(({ output }) => join(output, 'report.json')), '-o', merged], [0, 1, 3]);
  const mergeMs = Math.round(performance.now() - begunMerge);
  const report = readReport(join(merged, 'report.json'));
  return {
    targets: report.targets.length,
    ...judgedOf(report),
    ...{ wallMs, mergeMs, peakMemoryMb: Math.max(...costs) },
  };
}

/** The peak memory of a run, in MB. */
async function costOf(args: readonly string[]): Promise<number> {
  const { stderr } = await command(args, [0, 1, 3]);
  const cost = /^cost: (.*)$/m.exec(stderr)?.[1];
  if (cost === undefined) throw new Error(`the run told no cost: ${stderr}`);
  return (JSON.parse(cost) as { peakMemoryMb: number }).peakMemoryMb;
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
