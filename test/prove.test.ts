/** `npm run prove` against the live engine, for a few claims: what it prints, its status, and that nothing is left. */
import { type ExecFileException, execFile } from 'node:child_process';
import { join } from 'node:path';
import type { Proof } from '../helpers/faults/proof';
import { liveHost } from './live-engine';

const LIMIT_MS = 60_000;
/** The images of the lab may have to be built. */
const BUILD_LIMIT_MS = 600_000;
const PROVE = join(__dirname, '..', 'dist', 'helpers', 'cli', 'prove.js');

interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

function prove(...args: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const ended = (error: ExecFileException | null, stdout: string, stderr: string) =>
      resolve({ status: error === null ? 0 : Number(error.code), stdout, stderr });
    execFile(process.execPath, [PROVE, '--target', liveHost(), ...args], { maxBuffer: 1 << 24 }, ended);
  });
}

test(
  'what is planted is noticed, a line each, and then counted',
  async () => {
    const { status, stdout } = await prove('--only', 'network.default.docker0');
    const lines = stdout.trim().split('\n');
    expect(lines.at(-1)).toMatch(/^noticed (\d+) of \1 planted; 0 claims without a fault; \d+ s$/);
    expect(lines.slice(0, -1)).not.toEqual([]);
    for (const line of lines.slice(0, -1)) {
      expect(line).toMatch(
        /^noticed {6}network\.default\.docker0 · .+ · fail: the device of the default bridge: expected/,
      );
    }
    expect(status).toBe(0);
  },
  LIMIT_MS,
);

test(
  'for machines it is one document',
  async () => {
    const { status, stdout } = await prove('--only', 'volume.list.dangling', '--json');
    const proof = JSON.parse(stdout) as Proof & { noticed: number; planted: number };
    expect(proof).toMatchObject({ unsound: [], left: [], withoutFault: [], noticed: proof.trials.length });
    expect(proof.trials.every(({ verdict, planted }) => verdict === 'fail' && planted > 0)).toBe(true);
    expect(status).toBe(0);
  },
  LIMIT_MS,
);

test(
  'faults are planted in an engine of the lab, in a registry that it pushes to and in hosts that a claim starts',
  async () => {
    const lab = ['--target', 'docker@20.10.24', '--bootstrap'];
    const { stdout } = await prove(...lab, '--only', 'registry.data-path', '--json');
    const { trials, left, unsound } = JSON.parse(stdout) as Proof;
    expect({ left, unsound }).toEqual({ left: [], unsound: [] });
    expect(trials.filter(({ noticed }) => !noticed)).toEqual([]);
    expect(trials.map(({ what }) => what)).toEqual(
      expect.arrayContaining([
        'the push fails, inside a 200',
        'the next registry has the image',
        'the data is where the document mounts the volume',
      ]),
    );
  },
  BUILD_LIMIT_MS,
);

test('nothing to plant is no proof: status 2', async () => {
  const { status, stderr } = await prove('--only', 'network.bridg.*');
  expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('network.bridg.*') });
});
