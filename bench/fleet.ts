/**
 * What many targets cost: one engine behind many addresses, judged as so many targets by one process, and in parts by several
 * one after the other whose reports are merged. It shows what the suite itself adds for each target; the engine's own work is
 * that of one machine here.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { defaultEndpoint } from '../helpers/target/environment';
import type { Endpoint } from '../helpers/target/target';
import { readReport } from '../reports/read';

const execute = promisify(execFile);
const COMMAND = join(__dirname, '..', 'bin', 'engine-conformance.js');
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

/** Measures fleets of growing size on the engine that DOCKER_HOST names; the last of them once more in parts. */
export async function fleetFigures(
  env: NodeJS.ProcessEnv,
): Promise<{ readonly whole: readonly FleetFigures[]; readonly inParts: FleetFigures }> {
  const { endpoint } = defaultEndpoint(env);
  const folder = await mkdtemp(join(tmpdir(), 'engine-conformance-fleet-'));
  const doors = await Promise.all(Array.from({ length: Math.max(...SIZES) }, () => openDoor(endpoint)));
  const targets = doors.map((door) => ['-t', `tcp://127.0.0.1:${(door.address() as AddressInfo).port}`]);
  try {
    const whole: FleetFigures[] = [];
    for (const size of SIZES) whole.push(await judge(targets.slice(0, size).flat(), join(folder, `${size}`)));
    return { whole, inParts: await judgeInParts(targets.flat(), folder) };
  } finally {
    for (const door of doors) door.close();
    await rm(folder, { recursive: true, force: true });
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

async function judge(args: readonly string[], output: string): Promise<FleetFigures> {
  const begun = performance.now();
  const { stderr } = await execute(process.execPath, [COMMAND, 'run', ...args, ...CLAIMS, '-o', output, '--verbose'], {
    maxBuffer: 1 << 28,
  });
  const wallMs = Math.round(performance.now() - begun);
  const cost = /^cost: (.*)$/m.exec(stderr)?.[1];
  if (cost === undefined) throw new Error(`the run told no cost: ${stderr}`);
  const { peakMemoryMb } = JSON.parse(cost) as { peakMemoryMb: number };
  return { ...countsOf(output), wallMs, peakMemoryMb };
}

async function judgeInParts(args: readonly string[], folder: string): Promise<FleetFigures> {
  const parts = Array.from({ length: SHARDS }, (_, index) => `${index + 1}/${SHARDS}`);
  const figures: FleetFigures[] = [];
  const outputs = parts.map((part) => join(folder, `part-${part.replace('/', '-')}`));
  for (const [index, part] of parts.entries())
    figures.push(await judge([...args, '--shard', part], outputs[index] ?? folder));
  const merged = join(folder, 'merged');
  const files = outputs.map((output) => join(output, 'report.json'));
  await execute(process.execPath, [COMMAND, 'merge', ...files, '-o', merged], { maxBuffer: 1 << 28 });
  return {
    ...countsOf(merged),
    wallMs: figures.reduce((sum, { wallMs }) => sum + wallMs, 0),
    peakMemoryMb: Math.max(...figures.map(({ peakMemoryMb }) => peakMemoryMb)),
  };
}

function countsOf(output: string): Pick<FleetFigures, 'targets' | 'judged' | 'errors'> {
  const { targets, results } = readReport(join(output, 'report.json'));
  const count = (...verdicts: readonly string[]) => results.filter(({ verdict }) => verdicts.includes(verdict)).length;
  return { targets: targets.length, judged: count('pass', 'fail'), errors: count('error') };
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
