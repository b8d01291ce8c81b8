/** Runs our own command as an operator does, in a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { temporaryFolder } from '../helpers/fixtures/temporary-folder';

const COMMAND = join(__dirname, '..', 'bin', 'engine-conformance.js');

export interface Ended {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly ms: number;
}

export interface Started {
  readonly process: ChildProcess;
  readonly ended: Promise<Ended>;
}

export interface CommandSettings {
  /** Added to, or (undefined) taken from, the environment. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly cwd?: string;
}

/** Starts the command; a `run` writes its report where `--output` says. */
export function start(args: readonly string[], settings: CommandSettings = {}): Started {
  const begun = performance.now();
  const child = spawn(process.execPath, [COMMAND, ...args], {
    cwd: settings.cwd ?? temporaryFolder(),
    env: { ...process.env, NO_COLOR: '1', ...settings.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status, signal) => {
      resolve({ status, signal, stdout, stderr, ms: Math.round(performance.now() - begun) });
    });
  });
  return { process: child, ended };
}

/** Runs the command to its end. */
export function run(args: readonly string[], settings: CommandSettings = {}): Promise<Ended> {
  return start(args, settings).ended;
}
