/** All ways to a target with one fault in them: to its engine, and to the other hosts and the managers of a cluster. */
import { BY_NEW_CONNECTIONS } from '../cluster/reach-managers';
import { EngineClient } from '../engine/client';
import type { SessionCluster, SessionPlace } from '../run/session-cluster';
import { type Held, openConnection } from '../target/connection';
import { endpointUrl } from '../target/endpoint-url';
import type { Endpoint, Target } from '../target/target';
import { faultyLab } from './hosts';
import type { Plant } from './plant';
import { type FaultProxy, openProxy } from './proxy';

export interface Ways {
  /** Where the suite finds the engine, the first host's of a cluster. */
  readonly endpoint: Endpoint;
  readonly client: EngineClient;
  readonly cluster: SessionCluster | undefined;
  /** The lab of the target, with the fault in what it starts. */
  readonly startedBy: Target['startedBy'];
  /** Where the suite finds others that it calls, as a registry or an engine that the lab started. */
  readonly through: (endpoint: Endpoint) => Promise<Endpoint>;
  /** How often the suite saw, or an engine was asked, other than without the fault. */
  readonly planted: number;
  /** Why the fault could not be planted as it is described, a line each. */
  readonly broken: readonly string[];
  /** From now on everything passes through. */
  lift(): void;
  close(): Promise<void>;
}

interface Way {
  readonly proxy: FaultProxy;
  readonly client: EngineClient;
}

/** Opens them; each has a fresh hand of the fault. */
export async function openWays(
  { endpoint: engine, startedBy }: Pick<Target, 'endpoint' | 'startedBy'>,
  cluster: SessionCluster | undefined,
  plant: Plant | undefined,
): Promise<Ways> {
  const opened: Way[] = [];
  const open = async (endpoint: Endpoint, held?: Held): Promise<Way> => {
    const proxy = await openProxy(endpoint, plant, held);
    const { options, close } = openConnection(proxy.endpoint, held);
    const way = { proxy, client: new EngineClient(options, close) };
    opened.push(way);
    return way;
  };
  const first = await open(engine);
  const proxied = cluster && (await throughProxies(cluster, open));
  let otherHosts = 0;
  return {
    endpoint: first.proxy.endpoint,
    client: first.client,
    cluster: proxied,
    startedBy:
      startedBy &&
      faultyLab(startedBy, plant, () => {
        otherHosts += 1;
      }),
    through: throughOthers(first.proxy.endpoint, open),
    get planted() {
      return opened.reduce((sum, { proxy }) => sum + proxy.planted, otherHosts);
    },
    get broken() {
      return opened.flatMap(({ proxy }) => proxy.broken);
    },
    lift: () => {
      for (const { proxy } of opened) proxy.lift();
    },
    close: async () => {
      for (const { client } of opened) client.close();
      await Promise.all(opened.map(({ proxy }) => proxy.close()));
    },
  };
}

/** One proxy for each of the other places, as a hand remembers what it saw. */
function throughOthers(own: Endpoint, open: (endpoint: Endpoint) => Promise<Way>): Ways['through'] {
  const known = new Map<string, Promise<Way>>();
  return async (endpoint) => {
    // With TLS a claim is about the connection itself, which would be the proxy's.
    if (endpoint === own || (endpoint.kind === 'tcp' && endpoint.tls !== undefined)) return endpoint;
    const key = endpointUrl(endpoint);
    const way = known.get(key) ?? open(endpoint);
    known.set(key, way);
    return (await way).proxy.endpoint;
  };
}

async function throughProxies(
  session: SessionCluster,
  open: (endpoint: Endpoint, held?: Held) => Promise<Way>,
): Promise<SessionCluster> {
  const through = (places: readonly SessionPlace[], held?: Held) =>
    Promise.all(
      places.map(async (place) => ({
        ...place,
        run: { ...place.run, client: (await open(place.endpoint, held)).client },
      })),
    );
  return {
    ...session,
    others: await through(session.others),
    managers: await through(session.managers, BY_NEW_CONNECTIONS),
  };
}
