/** Engines whose run was killed before it could stop them. */
import { rmSync } from 'node:fs';
import { UsageError } from '../usage-error';
import { isRunning } from './process-table';
import { removeStalePolicy } from './services';
import { bootId, engineDirectories, readState } from './state';
import { stopEngine } from './stop';

/**
 * Stops and removes every engine that a run of this user started and left. Those of runs that go on are left alone.
 *
 * @returns a line for each: its directory
 * @throws UsageError where something of one could not be removed
 */
export async function stopStaleEngines(): Promise<string[]> {
  removeStalePolicy();
  const stopped: string[] = [];
  for (const directory of engineDirectories()) {
    const state = readState(directory);
    if (state === 'unfinished') continue;
    if (state === 'none' || state.boot !== bootId()) {
      // It is written before anything is started, and what was started in another boot has ended with it.
      rmSync(directory, { recursive: true, force: true });
      continue;
    }
    if (isRunning(state.owner)) continue;
    const left = await stopEngine(directory, state);
    if (left.length > 0) {
      throw new UsageError(
        `an engine that a killed run had started cannot be removed wholly: ${left.slice(0, 5).join('; ')}`,
        `end what holds it, then try again; its files are in ${directory}`,
      );
    }
    stopped.push(directory);
  }
  return stopped;
}
