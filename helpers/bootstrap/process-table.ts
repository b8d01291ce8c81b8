/** Processes of this machine, as /proc shows them. */
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { basename } from 'node:path';
import { errnoOf } from '../probe/errno';

/** A process that cannot be mistaken for a later one of the same number. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Clock ticks from boot to its start: field 22 of /proc/PID/stat. */
  readonly startTime: string;
}

export interface ProcessEntry extends ProcessIdentity {
  /** Ended, and not yet taken note of by its parent. */
  readonly zombie: boolean;
  readonly argv: readonly string[];
  /** /proc/PID/cgroup. */
  readonly cgroup: string;
  /** `net:[4026531840]`, or undefined where it cannot be seen. */
  readonly netNamespace: string | undefined;
}

/** State letter and start time from /proc/PID/stat; null where the text is not such. The name may hold anything. */
export function parseStat(text: string): { readonly state: string; readonly startTime: string } | null {
  const fields = text
    .slice(text.lastIndexOf(')') + 1)
    .trim()
    .split(/\s+/);
  const [state, startTime] = [fields[0], fields[19]];
  if (state === undefined || startTime === undefined || !/^[A-Za-z]$/.test(state) || !/^\d{1,20}$/.test(startTime)) {
    return null;
  }
  return { state, startTime };
}

/** A process, or undefined where none of that number is there. */
export function readProcess(pid: number): ProcessEntry | undefined {
  const stat = parseStat(readProc(`${pid}/stat`));
  if (stat === null) return undefined;
  return {
    pid,
    startTime: stat.startTime,
    zombie: stat.state === 'Z' || stat.state === 'X',
    argv: readProc(`${pid}/cmdline`).split('\0').slice(0, -1),
    cgroup: readProc(`${pid}/cgroup`),
    netNamespace: netNamespaceOf(pid),
  };
}

/** All processes. */
export function processTable(): ProcessEntry[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => readProcess(Number(name)))
    .filter((entry) => entry !== undefined);
}

/** This process. */
export function ownIdentity(): ProcessIdentity {
  const own = readProcess(process.pid);
  if (own === undefined) throw new Error('/proc does not show this process');
  return { pid: own.pid, startTime: own.startTime };
}

/** Is this very process still running? */
export function isRunning(identity: ProcessIdentity): boolean {
  const entry = readProcess(identity.pid);
  return entry !== undefined && !entry.zombie && entry.startTime === identity.startTime;
}

/** Sends a signal, where that very process still runs. */
export function signalProcess(identity: ProcessIdentity, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (!isRunning(identity)) return;
  try {
    process.kill(identity.pid, signal);
  } catch (error) {
    if (errnoOf(error) !== 'ESRCH') throw error;
  }
}

/** Is it a docker daemon, by the program that it was started as? `docker daemon` is that of 1.11. */
export function isDockerd(argv: readonly string[]): boolean {
  const program = basename(argv[0] ?? '');
  return program === 'dockerd' || (program === 'docker' && argv[1] === 'daemon');
}

/** A docker daemon in this network namespace that is not the one of `directory`. */
export function otherDockerd(directory?: string): ProcessEntry | undefined {
  const namespace = netNamespaceOf('self');
  return processTable().find(
    (entry) =>
      !entry.zombie &&
      isDockerd(entry.argv) &&
      entry.netNamespace === namespace &&
      (directory === undefined || !isEngineProgram(entry, directory)),
  );
}

const ENGINE_PROGRAMS = /^(dockerd|docker-containerd.*|containerd|containerd-shim.*|docker-proxy|runc|docker-runc)$/;

/**
 * Is a process a program of the engine in `directory`: one of those names, with a path there among its arguments? The
 * directory has a name that nothing else has, which makes this sure.
 */
export function isEngineProgram(entry: ProcessEntry, directory: string): boolean {
  if (!ENGINE_PROGRAMS.test(basename(entry.argv[0] ?? ''))) return false;
  return entry.argv.some((argument) => {
    const value = argument.replace(/^--?[a-z-]+=/, '').replace(/^unix:\/\//, '');
    return value.startsWith(`${directory}/`);
  });
}

/** Is a process in the control group of one of these containers? Their ids are unique as well. */
export function isInContainer(entry: ProcessEntry, containerIds: readonly string[]): boolean {
  return containerIds.some((id) => entry.cgroup.includes(id));
}

/** The network namespace of a process. */
export function netNamespaceOf(pid: number | 'self'): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/ns/net`);
  } catch (error) {
    return absent(error, undefined);
  }
}

function readProc(path: string): string {
  try {
    return readFileSync(`/proc/${path}`, 'utf8');
  } catch (error) {
    return absent(error, '');
  }
}

/** A process may end between two looks, and those of other users do not show everything. */
function absent<T>(error: unknown, value: T): T {
  if (['ENOENT', 'ESRCH', 'EACCES', 'EPERM'].includes(errnoOf(error) ?? '')) return value;
  throw error;
}
