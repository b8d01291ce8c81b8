/**
 * The private directory of a started engine, and the file in it that says whose it is: with that a later run finds and
 * removes an engine whose run was killed.
 */
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { errnoOf } from '../probe/errno';
import { UsageError } from '../usage-error';
import type { Footprint } from './footprint';
import { mountOptions, readMounts } from './mounts';
import type { NetworkState } from './network';
import type { ProcessIdentity } from './process-table';

export interface EngineState {
  readonly format: 1;
  /** The boot of the machine in which the engine was started: nothing but files outlives it. */
  readonly boot: string;
  /** The run that started the engine. */
  readonly owner: ProcessIdentity;
  /** dockerd, once it is started. */
  readonly engine?: ProcessIdentity;
  readonly network: NetworkState;
  readonly footprint: Footprint;
}

const PREFIX = 'engine-conformance-dockerd-';
const STATE_FILE = 'state.json';
/** The longest socket path that an engine makes in its directory, and what the system leaves for one (sun_path). */
const LONGEST_SOCKET = '/exec/containerd/containerd-debug.sock'.length;
const SOCKET_LIMIT = 107;
/** Younger than this, a directory without a state may be one that is just being made. */
const UNFINISHED_MS = 60_000;

/** Names the present boot of the machine. */
export function bootId(): string {
  return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
}

/** The files and directories of an engine. */
export function placesIn(directory: string): Readonly<Record<Place, string>> {
  return {
    socket: join(directory, 'docker.sock'),
    dataRoot: join(directory, 'root'),
    execRoot: join(directory, 'exec'),
    pidFile: join(directory, 'pid'),
    config: join(directory, 'daemon.json'),
    log: join(directory, 'dockerd.log'),
  };
}
type Place = 'socket' | 'dataRoot' | 'execRoot' | 'pidFile' | 'config' | 'log';

/** Does a directory leave room for the paths of the sockets in an engine's directory within it? */
export function leavesRoom(base: string): boolean {
  return Buffer.byteLength(join(base, `${PREFIX}XXXXXX`)) + LONGEST_SOCKET <= SOCKET_LIMIT;
}

/**
 * Makes a fresh directory, readable by all so that the group may reach the socket in it.
 *
 * @throws UsageError where no temporary directory is fit: with a short path, and programs may be run from it
 */
export function makeDirectory(): string {
  const mounts = readMounts();
  const base = bases().find((path) => leavesRoom(path) && !mountOptions(mounts, path).includes('noexec'));
  if (base === undefined) {
    throw new UsageError(
      `no temporary directory is fit for an engine (looked at ${bases().join(', ')})`,
      'set TMPDIR to a directory with a short path on a file system that is not mounted noexec',
    );
  }
  const directory = mkdtempSync(join(base, PREFIX));
  chmodSync(directory, 0o755);
  return directory;
}

/** Directories of engines that were started from here and are not removed yet; only this user's own are trusted. */
export function engineDirectories(): string[] {
  return bases().flatMap((base) =>
    readdirSync(base)
      .filter((name) => name.startsWith(PREFIX))
      .map((name) => join(base, name))
      .filter(isOwn),
  );
}

/** Writes the state whole: a reader sees the former or the new one. */
export function writeState(directory: string, state: EngineState): void {
  const fresh = join(directory, `${STATE_FILE}.new`);
  writeFileSync(fresh, JSON.stringify(state), { mode: 0o600, flush: true });
  renameSync(fresh, join(directory, STATE_FILE));
}

/**
 * The state; `unfinished` where none is written yet and may still be, `none` where none will be.
 *
 * @throws UsageError where it is not understood, as that of another release
 */
export function readState(directory: string): EngineState | 'unfinished' | 'none' {
  try {
    const state = parseState(readFileSync(join(directory, STATE_FILE), 'utf8'));
    if (state !== undefined) return state;
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error;
    return withoutState(directory);
  }
  throw new UsageError(
    `the state of a started engine is not understood: ${join(directory, STATE_FILE)}`,
    `let the release that started it clean up, or end the processes that use ${directory} and remove it`,
  );
}

function withoutState(directory: string): 'unfinished' | 'none' {
  try {
    return Date.now() - lstatSync(directory).mtimeMs < UNFINISHED_MS ? 'unfinished' : 'none';
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return 'unfinished';
    throw error;
  }
}

/** Parses a state file; undefined where it is not one of this format. */
export function parseState(text: string): EngineState | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  if (!isRecord(parsed) || parsed.format !== 1 || typeof parsed.boot !== 'string') return undefined;
  if (!isIdentity(parsed.owner)) return undefined;
  if (parsed.engine !== undefined && !isIdentity(parsed.engine)) return undefined;
  const { network, footprint } = parsed;
  if (!isRecord(network) || typeof network.namespace !== 'string' || !isTexts(network.interfaces)) return undefined;
  if (!isRecord(network.firewall) || typeof network.firewall.iptables !== 'string') return undefined;
  if (typeof network.firewall.ip6tables !== 'string' || !isRecord(footprint)) return undefined;
  if (!isTexts(footprint.paths) || !isTexts(footprint.sockets) || !isRecord(footprint.settings)) return undefined;
  if (!isTexts(Object.values(footprint.settings))) return undefined;
  return parsed as unknown as EngineState;
}

function bases(): string[] {
  return [...new Set([tmpdir(), '/tmp', '/var/tmp'])].filter((path) => existsSync(path));
}

function isOwn(path: string): boolean {
  try {
    const entry = lstatSync(path);
    return entry.isDirectory() && entry.uid === process.getuid?.() && (entry.mode & 0o022) === 0;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return false;
    throw error;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

function isIdentity(value: unknown): value is ProcessIdentity {
  return (
    isRecord(value) && Number.isSafeInteger(value.pid) && Number(value.pid) > 1 && typeof value.startTime === 'string'
  );
}
