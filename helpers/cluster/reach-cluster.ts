/** The first words with a cluster: do its hosts, store and managers answer, and what joins the hosts? */
import { compareApiVersions } from '../claims/changes';
import { EngineClient } from '../engine/client';
import { Engine } from '../engine/engine';
import { Transcript } from '../engine/transcript';
import { reachRegistry } from '../registry/reach-registry';
import type { Cluster, ClusterHost, ClusterStore, Formation } from '../target/cluster';
import { openConnection } from '../target/connection';
import { endpointUrl } from '../target/endpoint-url';
import type { ClusterFacts, ClusterHostFacts, Possible } from '../target/facts';
import { chooseApiVersion, type EngineFacts, reachEngine } from '../target/reach';
import type { Target } from '../target/target';
import { assertCommands } from './host-commands';
import { type ReachedManager, reachManager } from './reach-managers';
import { reachStore } from './reach-store';
import { storeOf } from './store-address';

/** A network that containers of one's own can join came to swarm mode with API 1.25. */
const SWARM_API_VERSION = '1.25';

export interface ReachedHost {
  readonly host: ClusterHost;
  readonly client: EngineClient;
  readonly facts: EngineFacts;
}

export interface ReachedCluster {
  readonly facts: ClusterFacts;
  readonly apiVersionAsked: string;
  /** The hosts behind the first. */
  readonly others: readonly ReachedHost[];
  readonly managers: readonly ReachedManager[];
  readonly close: () => void;
}

/**
 * Reaches everything of a cluster but its first host, which is reached already.
 *
 * @param asked the API version, or undefined for max(1.23, the highest minimum of the hosts); of a swarm 1.25, since a network
 *   that containers of one's own can join came with that
 * @throws UsageError where a host, the store, a manager or the registry does not answer, or is none, or where they have no API version in
 *   common
 */
export async function reachCluster(
  target: Target,
  cluster: Cluster,
  first: { readonly client: EngineClient; readonly facts: EngineFacts },
  asked: string | undefined,
): Promise<ReachedCluster> {
  const open: { close(): void }[] = [];
  const close = () => {
    for (const each of open) each.close();
  };
  const kept = <T extends { readonly client: EngineClient }>(reached: T): T => {
    open.push(reached.client);
    return reached;
  };
  try {
    const [, ...hostsBehind] = cluster.hosts;
    const ends = await Promise.allSettled([
      Promise.all(hostsBehind.map(async (host) => kept(await reachHost(target, host)))),
      Promise.all(cluster.swarmManagers.map(async (endpoint) => kept(await reachManager(target.id, endpoint)))),
      ...(cluster.formation === undefined ? given(target.id, cluster) : []),
    ] as const);
    const failed = ends.find((end) => end.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
    const [others, managers] = [fulfilled(ends[0]), fulfilled(ends[1])];
    const engines = [first.facts, ...others.map(({ facts }) => facts)];
    const clients = [first.client, ...others.map(({ client }) => client)];
    const store = cluster.store ?? storeOf(first.facts.membership.store);
    const mode = modeOf(cluster, store, engines);
    const apiVersionAsked = commonApiVersion(target.id, engines, mode, asked);
    const formation = cluster.formation ?? (await probeFormation(cluster, mode, engines, clients));
    const hosts = cluster.hosts.map((host, index) => hostFacts(host, engines[index] ?? first.facts, apiVersionAsked));
    const commandsOnHosts = commandsOn(cluster.hosts);
    const facts: ClusterFacts = {
      hosts,
      mode,
      formation,
      store: store === undefined ? null : { kind: store.kind, address: store.address },
      storeOutage: outageOf(cluster.store, commandsOnHosts),
      swarmManagers: cluster.swarmManagers.map(endpointUrl),
      registry: cluster.registry ?? null,
      registryScheme: cluster.registry === undefined ? null : await reachRegistry(target.id, cluster.registry),
      commandsOnHosts,
      othersServices: mode === 'swarm' ? await servicesOf(engines, clients) : 0,
      // Known when a container has seen the hosts themselves.
      ...{ withoutIpvs: null, routed: null },
    };
    return { facts, apiVersionAsked, others, managers, close };
  } catch (error) {
    close();
    throw error;
  }
}

/** Of what this suite started both are known. */
function given(id: string, { store, hosts }: Cluster): Promise<void>[] {
  const commands = hosts.map((host) => assertCommands(id, host));
  return store === undefined ? commands : [reachStore(id, store), ...commands];
}

async function reachHost(target: Target, host: ClusterHost): Promise<ReachedHost> {
  const { options, close } = openConnection(host.endpoint);
  const client = new EngineClient(options, close);
  try {
    const named = { id: `${host.name} of ${target.id}`, endpoint: host.endpoint, source: target.source };
    return { host, client, facts: await reachEngine(named, client) };
  } catch (error) {
    client.close();
    throw error;
  }
}

function fulfilled<T>(end: PromiseSettledResult<T>): T {
  if (end.status === 'rejected') throw end.reason;
  return end.value;
}

function modeOf(cluster: Cluster, store: unknown, engines: readonly EngineFacts[]): ClusterFacts['mode'] {
  if (cluster.joint !== undefined) return cluster.joint;
  if (store !== undefined) return 'store';
  return engines.some(({ membership }) => membership.swarm !== 'none') ? 'swarm' : 'none';
}

function commonApiVersion(
  id: string,
  engines: readonly EngineFacts[],
  mode: ClusterFacts['mode'],
  asked: string | undefined,
): string {
  const minimum = highest(engines.map(({ minApiVersion }) => minApiVersion));
  const maximum = lowest(engines.map(({ apiVersion }) => apiVersion));
  if (asked !== undefined || mode !== 'swarm') return chooseApiVersion(id, asked, minimum, maximum);
  return lowest([highest([SWARM_API_VERSION, minimum]), maximum]);
}

function highest(versions: readonly string[]): string {
  return versions.reduce((a, b) => (compareApiVersions(a, b) >= 0 ? a : b));
}

function lowest(versions: readonly string[]): string {
  return versions.reduce((a, b) => (compareApiVersions(a, b) <= 0 ? a : b));
}

async function probeFormation(
  { hosts }: Cluster,
  mode: ClusterFacts['mode'],
  engines: readonly EngineFacts[],
  clients: readonly EngineClient[],
): Promise<Formation> {
  const outside = (is: (facts: EngineFacts) => boolean) =>
    hosts.find((_host, index) => !is(engines[index] as EngineFacts));
  if (mode === 'none') return { formed: false, reason: 'they share no store and are in no swarm' };
  if (mode === 'store') {
    const without = outside(({ membership }) => membership.store !== '');
    return without === undefined ? { formed: true } : { formed: false, reason: `${without.name} has no cluster store` };
  }
  const without = outside(({ membership }) => membership.swarm !== 'none');
  if (without !== undefined) return { formed: false, reason: `${without.name} is in no swarm` };
  const at = engines.findIndex(({ membership }) => membership.swarm === 'manager');
  const client = clients[at];
  if (client === undefined) return { formed: false, reason: 'no manager of the swarm is among them' };
  const nodes = await nodesAt(client, engines[at]?.apiVersion ?? SWARM_API_VERSION);
  const elsewhere = outside(({ membership }) => nodes.includes(membership.node));
  return elsewhere === undefined
    ? { formed: true }
    : { formed: false, reason: `${elsewhere.name} is in another swarm than ${hosts[at]?.name}` };
}

async function nodesAt(client: EngineClient, apiVersion: string): Promise<string[]> {
  const nodes = await managerAt(client, apiVersion).list<{ ID?: string }>('/nodes');
  return nodes.flatMap(({ ID }) => ID ?? []);
}

/** How many services there are already. */
async function servicesOf(engines: readonly EngineFacts[], clients: readonly EngineClient[]): Promise<number> {
  const at = engines.findIndex(({ membership }) => membership.swarm === 'manager');
  const client = clients[at];
  if (client === undefined) return 0;
  const apiVersion = engines[at]?.apiVersion ?? SWARM_API_VERSION;
  return (await managerAt(client, apiVersion).list<object>('/services')).length;
}

function managerAt(client: EngineClient, apiVersion: string): Engine {
  const { signal } = new AbortController();
  const context = { client, apiVersion, signal, labels: {}, created: async () => {} };
  return new Engine({ ...context, transcript: new Transcript('setup') });
}

function hostFacts(
  { name, address, endpoint }: ClusterHost,
  engine: EngineFacts,
  apiVersionAsked: string,
): ClusterHostFacts {
  const { vendor, version, apiVersion, minApiVersion, membership } = engine;
  return { name, address, endpoint, vendor, version, apiVersion, minApiVersion, apiVersionAsked, ...membership };
}

function commandsOn(hosts: readonly ClusterHost[]): Possible {
  for (const { name, commands } of hosts) {
    if ('absent' in commands) return { usable: false, reason: `no commands can be run on ${name}: ${commands.absent}` };
  }
  return { usable: true };
}

function outageOf(store: ClusterStore | undefined, commandsOnHosts: Possible): Possible {
  if (store === undefined) return { usable: false, reason: 'no store is configured for the cluster' };
  return store.control === undefined ? commandsOnHosts : { usable: true };
}
