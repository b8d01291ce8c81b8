/** Programs of this machine: where they are, and running one to its end. */
import { spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';
import { errnoOf } from '../probe/errno';

/** Bytes of a program's output that are kept. */
const OUTPUT_LIMIT = 8 * 1024 * 1024;

export interface ToolEnd {
  /** Exit status, or null where a signal ended it: its own trouble, the limit, or the caller's. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface ToolOptions {
  /** For its standard input, which else is empty. */
  readonly input?: string;
  /** Milliseconds; 10 s where nothing is said. */
  readonly limitMs?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** Kills it where it aborts. */
  readonly signal?: AbortSignal;
}

/** The directories of PATH, and those in which a system keeps its administrator's programs though PATH may lack them. */
export function toolDirectories(path = process.env.PATH ?? ''): string[] {
  const standard = ['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin'];
  return [...new Set([...path.split(delimiter).filter(isAbsolute), ...standard])];
}

/** The path of a program, or undefined where it is nowhere. */
export async function toolPath(name: string): Promise<string | undefined> {
  for (const directory of toolDirectories()) {
    const path = join(directory, name);
    try {
      await access(path, constants.X_OK);
      return path;
    } catch {
      // The next directory may have it; that none does is the answer below.
    }
  }
  return undefined;
}

/** The docker daemon's program, or undefined where none is installed. */
export function findDockerd(): Promise<string | undefined> {
  return toolPath('dockerd');
}

/**
 * Runs a program to its end, in a session of its own: an interrupt typed at a terminal does not reach it.
 *
 * @throws Error where it cannot be started
 */
export function runTool(file: string, args: readonly string[], options: ToolOptions = {}): Promise<ToolEnd> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      env: { ...process.env, PATH: toolDirectories().join(delimiter), LC_ALL: 'C', ...options.env },
      detached: true,
    });
    // Not spawn's own timeout, which outlasts a program that cannot be started.
    const kill = () => killGroup(child.pid);
    const limit = setTimeout(kill, options.limitMs ?? 10_000);
    options.signal?.addEventListener('abort', kill);
    const output = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (chunk: string) => {
        if (output[name].length < OUTPUT_LIMIT) output[name] += chunk;
      });
    }
    // A program that does not read its input breaks the pipe; how it ended tells what that meant.
    child.stdin.on('error', () => undefined);
    child.stdin.end(options.input ?? '');
    child.on('error', (cause) => {
      clearTimeout(limit);
      reject(new Error(`${file} cannot be started`, { cause }));
    });
    child.on('close', (status) => {
      clearTimeout(limit);
      options.signal?.removeEventListener('abort', kill);
      resolve({ status, ...output });
    });
  });
}

/** Kills a program with all that it started and that may hold its output open. */
function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if (errnoOf(error) !== 'ESRCH') throw error;
  }
}
