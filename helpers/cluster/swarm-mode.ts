/** Forms a swarm of swarm mode over the API: the first engine is its manager, the others are workers. */
import { compareApiVersions } from '../claims/changes';
import { errorMessage, objectOf, succeeded } from '../engine/answer';
import type { Engine } from '../engine/engine';
import type { Formation } from '../target/cluster';
import { poll } from '../verdict/poll';
import type { ServiceEngine } from './service-engine';

/** Swarm mode came with Docker 1.12. */
const FIRST_API_VERSION = '1.24';

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
  engines: readonly ServiceEngine[],
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
  if (accepted) return { formed: true, tookMs: Math.round(performance.now() - begun) };
  return { formed: false, reason: `after ${READY_LIMIT_MS} ms the manager lists nodes that are ${last.join(', ')}` };
}

async function refusedInit({ name, engine }: ServiceEngine, address: string): Promise<string | undefined> {
  const body = { ListenAddr: `0.0.0.0:${MANAGEMENT_PORT}`, AdvertiseAddr: address };
  const answer = await engine.post('/swarm/init', { body, apiVersion: versionOf(engine) });
  return succeeded(answer) ? undefined : `${name} did not begin a swarm: ${answer.status} ${errorMessage(answer)}`;
}

async function refusedJoin(
  { name, engine }: ServiceEngine,
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
  const answer = await engine.post('/swarm/join', { body, apiVersion: versionOf(engine) });
  return succeeded(answer) ? undefined : `${name} did not join the swarm: ${answer.status} ${errorMessage(answer)}`;
}

async function workerToken(engine: Engine): Promise<string> {
  const { JoinTokens } = objectOf(await engine.get('/swarm', { apiVersion: versionOf(engine) }));
  return String((JoinTokens as { Worker?: unknown } | undefined)?.Worker);
}

async function nodeStates(engine: Engine): Promise<string[]> {
  const answer = await engine.get('/nodes', { apiVersion: versionOf(engine) });
  // A manager that has just begun may not have elected itself yet.
  if (!succeeded(answer) || !Array.isArray(answer.json)) return [];
  return (answer.json as readonly SwarmNode[]).map(({ Status }) => Status?.State ?? 'unknown');
}

function versionOf({ apiVersion }: Engine): string {
  return compareApiVersions(apiVersion, FIRST_API_VERSION) < 0 ? FIRST_API_VERSION : apiVersion;
}
