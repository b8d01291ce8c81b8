/** All ways to a target with one fault in them: to its engine, and to the other hosts and the managers of a cluster. */
import { BY_NEW_CONNECTIONS } from '../cluster/reach-managers';
import { EngineClient } from '../engine/client';
import type { SessionCluster, SessionPlace } from '../run/session-cluster';
import { type Held, openConnection } from '../target/connection';
import type { Endpoint } from '../target/target';
import type { Plant } from './plant';
import { type FaultProxy, openProxy } from './proxy';

export interface Ways {
  /** Where the suite finds the engine, the first host's of a cluster. */
  readonly endpoint: Endpoint;
  readonly client: EngineClient;
  readonly cluster: SessionCluster | undefined;
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
  engine: Endpoint,
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
  return {
    endpoint: first.proxy.endpoint,
    client: first.client,
    cluster: proxied,
    get planted() {
      return opened.reduce((sum, { proxy }) => sum + proxy.planted, 0);
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

async function throughProxies(
  session: SessionCluster,
  open: (endpoint: Endpoint, held?: Held) => Promise<Way>,
): Promise<SessionCluster> {
  const { hosts, swarmManagers } = session.cluster;
  const through = (places: readonly SessionPlace[], endpoints: readonly Endpoint[], held?: Held) =>
    Promise.all(
      places.map(async (place, at) => {
        const endpoint = endpoints[at];
        if (endpoint === undefined) throw new TypeError(`no way to ${place.name} is known`);
        return { ...place, run: { ...place.run, client: (await open(endpoint, held)).client } };
      }),
    );
  const [, ...behind] = hosts.map(({ endpoint }) => endpoint);
  return {
    ...session,
    others: await through(session.others, behind),
    managers: await through(session.managers, swarmManagers, BY_NEW_CONNECTIONS),
  };
}
