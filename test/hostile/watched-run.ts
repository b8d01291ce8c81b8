/** Runs our own command as an operator does, and watches what else it does: memory, files, time. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../helpers/fixtures/temporary-folder';
import { readReport } from '../../reports/read';
import type { Report } from '../../reports/report';

const COMMAND = join(__dirname, '..', '..', 'bin', 'engine-conformance.js');
const SHORT_LIMITS = join(__dirname, 'short-limits.cjs');

export interface Watched {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Both outputs, as they came. */
  readonly said: string;
  readonly ms: number;
  readonly peakMemoryMb: number;
  /** Undefined where none was written. */
  readonly report: Report | undefined;
  /** The forms in which it was written, by file. */
  readonly pages: Readonly<Record<string, string>>;
  /** Files that came to be in the working directory, at home or among temporary files, and stayed. */
  readonly strayFiles: readonly string[];
}

/** Ends a command that does not come to its end, in milliseconds. */
const LIMIT_MS = 90_000;

export interface WatchedSettings {
  /** Its configuration. */
  readonly config?: string;
  /** Whether the limits in time are those of operators. */
  readonly patient?: true;
}

/** Runs `run` with these arguments, in folders of its own. */
export async function watchedRun(args: readonly string[], settings: WatchedSettings = {}): Promise<Watched> {
  const { config, patient } = settings;
  const root = temporaryFolder();
  const places = Object.fromEntries(['cwd', 'home', 'tmp', 'output'].map((name) => [name, join(root, name)]));
  for (const place of Object.values(places)) mkdirSync(place);
  const { cwd = '', home = '', tmp = '', output = '' } = places;
  const begun = performance.now();
  const child = spawn(
    process.execPath,
    [
      '--require',
      SHORT_LIMITS,
      COMMAND,
      'run',
      '--output',
      output,
      ...(config === undefined ? [] : ['--config', config]),
      ...args,
    ],
    {
      cwd,
      env: {
        PATH: process.env.PATH,
        HOME: home,
        TMPDIR: tmp,
        NO_COLOR: '1',
        LC_ALL: 'C.UTF-8',
        PATIENT: patient === true ? '1' : '',
      },
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
      timeout: LIMIT_MS,
      killSignal: 'SIGKILL',
    },
  );
  let said = '';
  let memory = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (piece: Buffer) => (said += piece.toString()));
  child.stdio[3]?.on('data', (piece: Buffer) => (memory += piece.toString()));
  const [status, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (...end) => resolve(end));
  });
  const file = join(output, 'report.json');
  return {
    ...{ status, signal, said, ms: performance.now() - begun, peakMemoryMb: Number(memory || Number.NaN) },
    report: existsSync(file) ? readReport(file) : undefined,
    pages: Object.fromEntries(readdirSync(output).map((name) => [name, contentOf(join(output, name))])),
    strayFiles: [cwd, home, tmp].flatMap(filesBelow),
  };
}

function contentOf(path: string): string {
  return statSync(path).isFile() ? readFileSync(path, 'utf8') : '';
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
}
