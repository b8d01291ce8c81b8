/** What is on an engine and on this machine around one run, and what of it a run changed. */
import type { Engine } from '../engine/engine';
import { poll } from '../verdict/poll';
import type { ProbeImage } from './image';
import { type Difference, differences, type Inventory, takeEngineInventory, takeHostInventory } from './inventory';
import { readLedgers } from './ledger';

/** Milliseconds in which interfaces and rules of removed containers must be gone: the kernel takes them down by and by. */
const SETTLE_LIMIT_MS = 5_000;

export interface RunInventory {
  readonly engine: Inventory;
  /** Null where this machine is not looked at. */
  readonly host: Inventory | null;
}

/** What a run changed. */
export interface Changes {
  readonly differences: readonly Difference[];
  /** Why the host was not compared, or null. */
  readonly hostUnseen: string | null;
}

/**
 * What is there before a run.
 *
 * @param machine whether this machine may be the engine's host, and is looked at too
 */
export async function takeInventory(engine: Engine, machine: boolean): Promise<RunInventory> {
  const host = machine ? takeHostInventory() : null;
  return { engine: await takeEngineInventory(engine, undefined), host: await host };
}

/**
 * Compares with what was there before, once everything of the run is removed.
 *
 * @param image the probe image, which may stay
 */
export async function changesSince(
  before: RunInventory,
  engine: Engine,
  runId: string,
  image: ProbeImage,
  signal: AbortSignal,
): Promise<Changes> {
  const others = readLedgers().some((ledger) => ledger.alive && ledger.run !== runId);
  // What is removed from the engine is gone at once; what hung on it on the host, by and by.
  const ofEngine = differences(before.engine, await takeEngineInventory(engine, image.reference));
  const { host } = before;
  if (host === null)
    return { differences: ofEngine, hostUnseen: 'the hosts of a cluster are known by their engines alone' };
  if (others) return { differences: ofEngine, hostUnseen: 'another run was under way on this machine' };
  const look = async () => differences(host, await takeHostInventory());
  const settled = await poll(look, (seen) => seen.length === 0, SETTLE_LIMIT_MS, signal);
  return { differences: [...ofEngine, ...settled.last], hostUnseen: null };
}
