/** Stopping an engine that was started from here, and everything that it made on this machine. */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { poll } from '../verdict/poll';
import { thaw } from './control-groups';
import { restoreFootprint } from './footprint';
import { unmountBelow } from './mounts';
import { restoreNetwork } from './network';
import {
  isDockerd,
  isEngineProgram,
  isInContainer,
  isRunning,
  otherDockerd,
  type ProcessEntry,
  type ProcessIdentity,
  processTable,
  signalProcess,
} from './process-table';
import { type EngineState, placesIn } from './state';

/** How long dockerd may take to stop its containers and itself. */
const TERM_LIMIT_MS = 20_000;
const KILL_LIMIT_MS = 5000;

/**
 * Stops the engine of a directory, orderly and then by force, and takes away mounts, bridges, firewall rules and files,
 * in this order and as often as it is called: one that was broken off is ended by the next.
 *
 * @returns what could not be removed, one line each; then the directory is kept, so that it can be tried again
 */
export async function stopEngine(directory: string, state: EngineState): Promise<string[]> {
  const places = placesIn(directory);
  const containerIds = containersIn(places.dataRoot);
  const inContainers = (): ProcessEntry[] => alive().filter((entry) => isInContainer(entry, containerIds));
  const programs = (): ProcessEntry[] => alive().filter((entry) => isEngineProgram(entry, directory));
  // Containers have nothing to save, and one that ignores TERM would hold dockerd for ten seconds.
  for (const entry of inContainers()) kill(entry);
  for (const daemon of daemonsOf(state, programs())) {
    signalProcess(daemon, 'SIGTERM');
    await until(() => !isRunning(daemon), TERM_LIMIT_MS);
  }
  const remaining = await killAll(() => [...programs(), ...inContainers()]);
  const left = remaining.map((entry) => `process ${entry.pid} (${entry.argv[0] ?? ''})`);
  left.push(...(await unmountBelow(directory)).map((point) => `mount ${point}`));
  // A daemon that was started since has taken over docker0, the firewall's chains and the fixed places.
  const shared = otherDockerd(directory) !== undefined;
  left.push(...(await restoreNetwork(state.network, places.dataRoot, shared)));
  left.push(...(await restoreFootprint(state.footprint, containerIds, shared)));
  if (left.length > 0) return left;
  // The state goes last: as long as it is there, a later run knows what is left to do.
  for (const path of [places.dataRoot, places.execRoot, directory]) rmSync(path, { recursive: true, force: true });
  return [];
}

/** Ids of the containers that an engine has, from the names of their directories. */
function containersIn(dataRoot: string): string[] {
  const path = join(dataRoot, 'containers');
  return existsSync(path) ? readdirSync(path).filter((name) => /^[0-9a-f]{64}$/.test(name)) : [];
}

/** dockerd as it was written down; where a run was killed before that, whatever dockerd serves the directory. */
function daemonsOf(state: EngineState, programs: readonly ProcessEntry[]): readonly ProcessIdentity[] {
  return state.engine === undefined ? programs.filter((entry) => isDockerd(entry.argv)) : [state.engine];
}

function kill(entry: ProcessEntry): void {
  signalProcess(entry, 'SIGKILL');
  thaw(entry.cgroup);
}

function alive(): ProcessEntry[] {
  return processTable().filter((entry) => !entry.zombie);
}

/** Kills what is there, again as long as more appears; what still runs after the limit is returned. */
async function killAll(running: () => ProcessEntry[]): Promise<ProcessEntry[]> {
  await until(() => {
    const entries = running();
    for (const entry of entries) kill(entry);
    return entries.length === 0;
  }, KILL_LIMIT_MS);
  return running();
}

/** Stopping is never broken off by the signal that ends a run. */
async function until(condition: () => boolean, limitMs: number): Promise<void> {
  await poll(
    async () => condition(),
    (held) => held,
    limitMs,
    new AbortController().signal,
  );
}
