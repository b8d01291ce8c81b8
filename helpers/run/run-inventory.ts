/** What is on an engine and on this machine around one run, and what of it a run changed. */
import type { Engine } from '../engine/engine';
import type { HostCommands } from '../target/cluster';
import { poll } from '../verdict/poll';
import type { ProbeImage } from './image';
import {
  type Difference,
  differences,
  type Inventory,
  takeEngineInventory,
  takeHostInventory,
  takeInventoryThere,
} from './inventory';
import { readLedgers } from './ledger';

/** Milliseconds in which interfaces and rules of removed containers must be gone: the kernel takes them down by and by. */
const SETTLE_LIMIT_MS = 5_000;

export interface RunInventory {
  readonly engine: Inventory;
  /** Null where the host is not looked at. */
  readonly host: HostLook | null;
}

/** What was on a host, and how it is seen. */
interface HostLook {
  readonly before: Inventory;
  readonly look: () => Promise<Inventory>;
  /** Whether it is this machine, on which other runs may be under way. */
  readonly here: boolean;
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
 * @param seen told of the id or name of each thing on the engine
 * @param commands on the engine's host, which is looked at by them where there are some
 * @param here whether this machine may be the engine's host, and is looked at where there are none
 */
export async function takeInventory(
  engine: Engine,
  commands: HostCommands,
  here: boolean,
  seen: (id: string) => void,
): Promise<RunInventory> {
  const [ofEngine, host] = await Promise.all([
    takeEngineInventory(engine, undefined, seen),
    lookAtHost(commands, here),
  ]);
  return { engine: ofEngine, host };
}

async function lookAtHost(commands: HostCommands, here: boolean): Promise<HostLook | null> {
  if ('run' in commands) {
    const look = () => takeInventoryThere(commands.run);
    return { before: await look(), look, here: false };
  }
  return here ? { before: await takeHostInventory(), look: takeHostInventory, here: true } : null;
}

/**
 * Compares with what was there before, once everything of the run is removed.
 *
 * @param image the probe image: where it is of this run it may stay
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
  const ownImage = image.ours ? image.reference : undefined;
  const ofEngine = differences(before.engine, await takeEngineInventory(engine, ownImage));
  const { host } = before;
  if (host === null)
    return { differences: ofEngine, hostUnseen: 'the hosts of a cluster are known by their engines alone' };
  if (others && host.here) return { differences: ofEngine, hostUnseen: 'another run was under way on this machine' };
  const look = async () => differences(host.before, await host.look());
  const settled = await poll(look, (seen) => seen.length === 0, SETTLE_LIMIT_MS, signal);
  return { differences: [...ofEngine, ...settled.last], hostUnseen: null };
}
