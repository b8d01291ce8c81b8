/** Forms a swarm of swarm mode over the API: the first engine is its manager, the others are workers. */
import { errorMessage, objectOf, succeeded } from '../engine/answer';
import type { Engine } from '../engine/engine';
import { swarmApiVersion } from '../swarm/api-version';
import type { Formation } from '../target/cluster';
import { poll } from '../verdict/poll';
import type { NamedEngine } from './service-engine';

/** The port that managers listen on; lab hosts have nothing else there. */
const MANAGEMENT_PORT = 2377;

/** Until every node is ready: agents report every five seconds. */
const READY_LIMIT_MS = 20_000;

interface SwarmNode {
  readonly ID?: string;
  readonly Status?: { readonly State?: string } | null;
}

/**
 * Makes one swarm of these engines.
 *
 * @param addresses by which they reach each other, in the order of the engines
 * @returns not formed where an engine refuses or not all become ready in time
 */
export async function formSwarm(
  engines: readonly NamedEngine[],
  addresses: readonly string[],
  signal: AbortSignal,
): Promise<Formation> {
  const begun = performance.now();
  const [manager, ...workers] = engines;
  const [managerAddress = '', ...workerAddresses] = addresses;
  if (manager === undefined) throw new TypeError('a swarm of no engine');
  const refusal = await refusedInit(manager, managerAddress);
  if (refusal !== undefined) return { formed: false, reason: refusal };
  const token = await workerToken(manager.engine);
  for (const [index, worker] of workers.entries()) {
    const refused = await refusedJoin(worker, workerAddresses[index] ?? '', managerAddress, token);
    if (refused !== undefined) return { formed: false, reason: refused };
  }
  const { accepted, last } = await poll(
    () => nodeStates(manager.engine),
    (states) => states.length === engines.length && states.every((state) => state === 'ready'),
    READY_LIMIT_MS,
    signal,
  );
  if (accepted) {
    await Promise.all(engines.map(({ engine }) => untilNetworks(engine, signal)));
    return { formed: true, tookMs: Math.round(performance.now() - begun) };
  }
  return { formed: false, reason: `after ${READY_LIMIT_MS} ms the manager lists nodes that are ${last.join(', ')}` };
}

/** A worker makes the swarm's own networks when it has joined already. Where it makes none, claims will tell. */
async function untilNetworks(engine: Engine, signal: AbortSignal): Promise<void> {
  const look = async () => (await engine.networks()).map(({ Name }) => Name);
  const both = (names: readonly unknown[]) => ['ingress', 'docker_gwbridge'].every((name) => names.includes(name));
  await poll(look, both, READY_LIMIT_MS, signal);
}

async function refusedInit({ name, engine }: NamedEngine, address: string): Promise<string | undefined> {
  const body = { ListenAddr: `0.0.0.0:${MANAGEMENT_PORT}`, AdvertiseAddr: address };
  const answer = await engine.post('/swarm/init', { body, apiVersion: swarmApiVersion(engine) });
  return succeeded(answer) ? undefined : `${name} did not begin a swarm: ${answer.status} ${errorMessage(answer)}`;
}

async function refusedJoin(
  { name, engine }: NamedEngine,
  address: string,
  manager: string,
  token: string,
): Promise<string | undefined> {
  const body = {
    ListenAddr: `0.0.0.0:${MANAGEMENT_PORT}`,
    AdvertiseAddr: address,
    RemoteAddrs: [`${manager}:${MANAGEMENT_PORT}`],
    JoinToken: token,
  };
  const answer = await engine.post('/swarm/join', { body, apiVersion: swarmApiVersion(engine) });
  return succeeded(answer) ? undefined : `${name} did not join the swarm: ${answer.status} ${errorMessage(answer)}`;
}

async function workerToken(engine: Engine): Promise<string> {
  const { JoinTokens } = objectOf(await engine.get('/swarm', { apiVersion: swarmApiVersion(engine) }));
  return String((JoinTokens as { Worker?: unknown } | undefined)?.Worker);
}

async function nodeStates(engine: Engine): Promise<string[]> {
  const answer = await engine.get('/nodes', { apiVersion: swarmApiVersion(engine) });
  // A manager that has just begun may not have elected itself yet.
  if (!succeeded(answer) || !Array.isArray(answer.json)) return [];
  return (answer.json as readonly SwarmNode[]).map(({ Status }) => Status?.State ?? 'unknown');
}
