/** The managers of Standalone Swarm, and the nodes that they schedule on. */
import type { HostTools, Place } from '../../helpers/claims/cluster';
import type { ContainerRef } from '../../helpers/claims/maker';
import type { ClaimTools } from '../../helpers/claims/tools';
import type { EngineInfo } from '../../helpers/engine/responses';
import { type NodeStatus, parseSwarmStatus, type SwarmStatus } from '../../helpers/swarm/standalone-status';

/** A manager looks at its nodes every thirty seconds, and hears of most changes at once. */
export const REFRESH_MS = 40_000;

type Tools = Pick<ClaimTools, 'cluster' | 'verify'>;

/** The manager that is asked where any will do: a replica passes on what is for the primary. */
export function anyManager({ cluster }: Pick<ClaimTools, 'cluster'>): Place {
  const [manager] = cluster.swarmManagers;
  if (manager === undefined) throw new TypeError('a claim without the need for it asks a manager');
  return manager;
}

export interface ManagerInfo {
  readonly info: EngineInfo;
  readonly status: SwarmStatus;
}

export async function infoOf({ engine }: Place): Promise<ManagerInfo> {
  const info = await engine.info();
  return { info, status: parseSwarmStatus(info.SystemStatus) };
}

/** A host of the cluster, what its engine says of itself, and what a manager says of it as a node. */
export interface OwnNode {
  readonly host: HostTools;
  readonly info: EngineInfo;
  readonly node: NodeStatus;
}

/** The hosts as nodes, known by the id of their engine; the claim fails where a manager does not list one. */
export async function nodesOfHosts(tools: Tools, manager: Place): Promise<OwnNode[]> {
  const { cluster, verify } = tools;
  const infos = await Promise.all(cluster.hosts.map(({ engine }) => engine.info()));
  const listed = ({ status }: ManagerInfo) =>
    infos.map(({ ID }) => status.nodes.find(({ id }) => id !== undefined && id === ID));
  const { value } = await verify.eventually(
    `the hosts among the nodes of ${manager.name}`,
    async () => listed(await infoOf(manager)),
    (nodes) => !nodes.includes(undefined),
    { withinMs: REFRESH_MS, expected: 'every host, by the id of its engine' },
  );
  return cluster.hosts.map((host, at) => ({
    host,
    info: infos[at] ?? {},
    node: verify.present(value[at], `${host.name} among the nodes of ${manager.name}`),
  }));
}

/** What makes a manager put a container on one node. Source: docker/swarm, docs/scheduler/filter.md. */
export function constrainedTo({ name }: NodeStatus): { readonly Env: readonly string[] } {
  return { Env: [`constraint:node==${name}`] };
}

/** What keeps a container on a host of the cluster, where a manager has nodes beside: those do not have the image. */
export async function constrainedToHosts(tools: Tools, manager: Place): Promise<{ readonly Env?: readonly string[] }> {
  const own = await nodesOfHosts(tools, manager);
  const { status } = await infoOf(manager);
  if (status.nodes.length === own.length) return {};
  const names = own.map(({ node }) => node.name.replaceAll('.', '\\.'));
  return { Env: [`constraint:node==/^(${names.join('|')})$/`] };
}

/** What an inspect through a manager has beside that of an engine. */
export interface SwarmInspect {
  readonly Node?: { readonly ID?: string; readonly Name?: string; readonly Addr?: string } | null;
}

/** Where a manager says that a container is. */
export async function nodeOf({ engine }: Place, container: ContainerRef): Promise<SwarmInspect['Node']> {
  const { Node } = await engine.document<SwarmInspect>(`/containers/${container.id}/json`);
  return Node;
}
