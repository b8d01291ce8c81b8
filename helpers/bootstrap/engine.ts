/** An engine for one run, on a machine where none answers: installed where it is missing, started, and taken away again. */
import { readFileSync, renameSync } from 'node:fs';
import { UsageError } from '../usage-error';
import { startDockerd, troubleIn, waitForDockerd } from './daemon';
import { footprint } from './footprint';
import { networkState } from './network';
import { ensurePackages, type Requirement } from './packages';
import { otherDockerd, ownIdentity } from './process-table';
import { stopStaleEngines } from './stale';
import { bootId, type EngineState, makeDirectory, placesIn, writeState } from './state';
import { stopEngine } from './stop';
import { findDockerd } from './tool';

export interface BootstrapOptions {
  /** Gets a line for each step that takes time. */
  readonly log: (line: string) => void;
  /** Breaks the start off; what was made is removed. Not an installation: half of one is worse than a wait. */
  readonly signal: AbortSignal;
  /** Further arguments for dockerd, for trials beside another engine. */
  readonly extraArgs?: readonly string[];
  /** What must be there, for trials of the installation. */
  readonly requirements?: readonly Requirement[];
}

export interface BootstrappedEngine {
  readonly socketPath: string;
  /** For commands that are to use this engine. */
  readonly env: Readonly<Record<string, string>>;
  /** Stops the engine and removes what it made. Throws where something of it is left. */
  stop(): Promise<void>;
}

/**
 * Starts an engine of its own on a private socket.
 *
 * @throws UsageError where it cannot be installed or does not come up, with the mend; the signal's reason where it aborts
 */
export async function bootstrapEngine(options: BootstrapOptions): Promise<BootstrappedEngine> {
  const { log, signal, extraArgs = [] } = options;
  signal.throwIfAborted();
  assertRoot();
  for (const directory of await stopStaleEngines()) log(`stopped an engine that a killed run had left: ${directory}`);
  assertAlone(extraArgs);
  await ensurePackages(log, options.requirements);
  signal.throwIfAborted();
  const dockerd = await findDockerd();
  if (dockerd === undefined) {
    throw new UsageError('dockerd is not on this machine', 'apt-get install --no-install-recommends docker.io');
  }
  const state: EngineState = {
    format: 1,
    boot: bootId(),
    owner: ownIdentity(),
    network: await networkState(),
    footprint: footprint(),
  };
  const directory = makeDirectory();
  writeState(directory, state);
  log(`starting ${dockerd}`);
  const begun = performance.now();
  const started = await start(dockerd, directory, state, options);
  log(`the engine is up after ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  const { socket } = placesIn(directory);
  let stopping: Promise<void> | undefined;
  return {
    socketPath: socket,
    env: { DOCKER_HOST: `unix://${socket}` },
    stop: () => {
      stopping ??= remove(directory, started);
      return stopping;
    },
  };
}

async function start(
  dockerd: string,
  directory: string,
  state: EngineState,
  { signal, extraArgs = [] }: BootstrapOptions,
): Promise<EngineState> {
  let started = state;
  try {
    const engine = await startDockerd(dockerd, directory, extraArgs);
    started = { ...state, engine };
    writeState(directory, started);
    const trouble = await waitForDockerd(directory, engine, signal);
    if (trouble !== undefined) throw notUp(directory, trouble);
    return started;
  } catch (error) {
    await remove(directory, started, error);
    throw error;
  }
}

/** The error that says why, with the log put aside for a person to read. */
function notUp(directory: string, trouble: 'ended' | 'silent'): UsageError {
  const kept = `${directory}.log`;
  const { log } = placesIn(directory);
  const why = troubleIn(readFileSync(log, 'utf8'));
  renameSync(log, kept);
  const what = trouble === 'ended' ? 'dockerd ended' : 'dockerd does not answer';
  return new UsageError(`${what}: ${why}`, `see its log, ${kept}, or give an engine with --target`);
}

async function remove(directory: string, state: EngineState, cause?: unknown): Promise<void> {
  const left = await stopEngine(directory, state);
  if (left.length === 0) return;
  const first = cause instanceof Error ? `${cause.message}; and ` : '';
  throw new UsageError(
    `${first}the engine that was started for this run could not be removed wholly: ${left.slice(0, 5).join('; ')}`,
    'engine-conformance clean tries again',
    { cause },
  );
}

function assertRoot(): void {
  if (process.platform === 'linux' && process.getuid?.() === 0) return;
  throw new UsageError(
    'no engine answers, and only root on Linux can install and start one',
    'run as root, or start an engine yourself (sudo apt-get install docker.io), or give one with --target',
  );
}

/**
 * Two daemons in one network namespace share docker0 and the firewall's chains, which each clears when it starts. A
 * docker0 without a daemon is a leftover, and dockerd takes it over.
 */
function assertAlone(extraArgs: readonly string[]): void {
  if (sharesNothing(extraArgs)) return;
  const other = otherDockerd();
  if (other === undefined) return;
  throw new UsageError(
    `a docker daemon runs on this machine already (process ${other.pid}), and a second would take its network away`,
    'give its address with --target or DOCKER_HOST, or stop it first',
  );
}

/** A bridge of its own and no firewall rules. With `--bridge=none` dockerd would delete docker0, whosever it is. */
export function sharesNothing(extraArgs: readonly string[]): boolean {
  const bridge = extraArgs.find((argument) => argument.startsWith('--bridge='))?.slice('--bridge='.length);
  const own = bridge !== undefined && !['', 'none', 'docker0'].includes(bridge);
  return own && extraArgs.includes('--iptables=false');
}
