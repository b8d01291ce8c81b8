/** Round trips between two containers, by the ping of the probe. */
import type { Place } from '../claims/cluster';
import type { ContainerRef, NetworkRef } from '../claims/maker';
import type { Engine } from '../engine/engine';
import { parsePing, pingCommand } from '../probe/ping';
import { poll } from '../verdict/poll';
import { NotMeasured } from './not-measured';
import type { Subject } from './subject';

/** A container, and the address of another on the same network. */
export interface PingPair {
  readonly engine: Engine;
  readonly from: ContainerRef;
  readonly to: string;
}

/** Milliseconds in which an address must be reached for the first time: another host hears of it by gossip. */
const REACHED_WITHIN_MS = 15_000;

/** One request at a time, as the document's pings a second apart: those that follow at once are answered from warm caches. */
const REQUESTS = 1;
const WAIT_SECONDS = 2;

/** Two containers on a bridge network of their own. */
export async function pairOnBridge({ make, engine, signal }: Subject): Promise<PingPair> {
  return reachedPair(
    await make.network({ subnet: true }),
    [
      { make, engine },
      { make, engine },
    ],
    signal,
  );
}

/** A container on each of two hosts, on an overlay network. */
export async function pairOnOverlay({ cluster, facts, signal }: Subject): Promise<PingPair> {
  if (cluster === undefined) throw new TypeError('an overlay network of a target that is no cluster');
  // Of a swarm, containers of one's own can join an overlay network only where it says so.
  const config = facts.cluster?.mode === 'swarm' ? { config: { Attachable: true } } : {};
  const network = await cluster.manager.make.network({ driver: 'overlay', subnet: true, ...config });
  return reachedPair(network, cluster.pair, signal);
}

/** The milliseconds of one round trip. Throws NotMeasured where no reply came. */
export async function roundTrip({ engine, from, to }: PingPair): Promise<number> {
  const { stdout } = await engine.exec(from, pingCommand(to, REQUESTS, WAIT_SECONDS));
  const [taken] = parsePing(stdout).rttMs;
  if (taken === undefined) throw new NotMeasured(`no reply from ${to}`);
  return taken;
}

async function reachedPair(
  network: NetworkRef,
  [here, there]: readonly [Pick<Place, 'engine' | 'make'>, Pick<Place, 'engine' | 'make'>],
  signal: AbortSignal,
): Promise<PingPair> {
  const from = await here.make.container({ network: network.name });
  const other = await there.make.container({ network: network.name });
  const { NetworkSettings } = await there.engine.inspect(other);
  const to = NetworkSettings?.Networks?.[network.name]?.IPAddress ?? '';
  if (to === '') throw new NotMeasured(`the container on ${network.name} has no address`);
  const look = async () => parsePing((await here.engine.exec(from, pingCommand(to, 1, 1))).stdout).received;
  const { accepted } = await poll(look, (received) => received > 0, REACHED_WITHIN_MS, signal);
  if (!accepted) throw new NotMeasured(`${to} was not reached within ${REACHED_WITHIN_MS} ms`);
  return { engine: here.engine, from, to };
}
