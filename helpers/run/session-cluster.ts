/** The cluster of a session: the tools of its hosts and managers, as one claim or fixture is given them. */
import type { ClusterTools, HostTools, Place, StoreTools } from '../claims/cluster';
import type { CreationListener } from '../engine/creation';
import type { Transcript } from '../engine/transcript';
import type { Cluster, ClusterHost, Formation } from '../target/cluster';
import type { ClusterFacts } from '../target/facts';
import type { Endpoint } from '../target/target';
import type { Belongings } from './belongings';
import { engineOfRun, type RunOnEngine, serviceEngine } from './engines';
import { recordedOn } from './host-of-claim';
import type { Ledger } from './ledger';
import { storeTools } from './session-store';
import type { SubnetPool } from './subnets';
import { Workspace } from './workspace';

/** A place beside the first host: another host, or a manager of Standalone Swarm. */
export interface SessionPlace {
  readonly name: string;
  /** The way there from this machine. */
  readonly endpoint: Endpoint;
  readonly run: RunOnEngine;
  /** Reference of the probe image there. */
  readonly image: string;
  readonly ledger: Ledger;
}

export interface SessionCluster {
  readonly cluster: Cluster;
  readonly facts: ClusterFacts;
  /** The hosts behind the first, in their order. */
  readonly others: readonly SessionPlace[];
  readonly managers: readonly SessionPlace[];
}

/** What a claim has at the first host, and what goes for all places. */
export interface AtFirstHost extends Omit<Place, 'name'> {
  readonly maker: string;
  readonly image: string;
  readonly transcript: Transcript;
  readonly belongings: Belongings;
  readonly signal: AbortSignal;
  readonly nextName: () => string;
  readonly subnets: SubnetPool;
}

/** The tools of a claim on a cluster. What it makes anywhere belongs to it. */
export function clusterTools(session: SessionCluster, first: AtFirstHost): ClusterTools {
  const { cluster, facts, others, managers } = session;
  const places = [
    { name: cluster.hosts[0].name, engine: first.engine, make: first.make, image: first.image },
    ...others.map((place) => ({ ...placeTools(place, first), image: place.image })),
  ];
  const hosts = places.map((place, index) => hostTools(place, cluster.hosts[index] as ClusterHost, first));
  const manager = hosts[facts.hosts.findIndex(({ swarm }) => swarm === 'manager')] ?? hosts[0];
  return {
    formation: () => shownFormation(facts, first.transcript),
    hosts,
    pair: [hosts[0] as HostTools, hosts[1] as HostTools],
    manager: manager as HostTools,
    swarmManagers: managers.map((place) => placeTools(place, first)),
    store: storeOf(cluster, hosts, first),
  };
}

function placeTools({ name, endpoint, run, image, ledger }: SessionPlace, first: AtFirstHost): Place {
  const { maker, transcript, signal, nextName, subnets } = first;
  const belongings = first.belongings.elsewhere(name, (ofRemoval) => serviceEngine(run, ofRemoval, first.belongings));
  const created: CreationListener = async (kind, id, body) => {
    belongings.add(kind, id);
    // Anonymous volumes carry no label: only the ledger knows them when the run is killed before it removes them.
    if (kind !== 'container' || Object.keys(body.Volumes ?? {}).length === 0) return;
    const { Mounts } = await serviceEngine(run, signal, belongings).inspect({ id, name: id });
    for (const { Name } of Mounts ?? []) if (Name !== undefined && !run.there?.has(Name)) ledger.volume(Name);
  };
  const engine = engineOfRun(run, { maker, transcript: transcript.at(name, endpoint), signal, created });
  return { name, engine, make: new Workspace({ engine, image, nextName, subnets, belongings, ledger }) };
}

function hostTools(
  place: Place & { readonly image: string },
  { address, commands }: ClusterHost,
  { transcript }: AtFirstHost,
): HostTools {
  return {
    ...place,
    address,
    run: async (command, options) => {
      if ('absent' in commands) throw new TypeError(`a claim without the need for it runs commands on ${place.name}`);
      return recordedOn(place.name, commands.run, transcript)(command, options);
    },
  };
}

function storeOf(cluster: Cluster, hosts: readonly HostTools[], first: AtFirstHost): StoreTools | null {
  return cluster.store === undefined ? null : storeTools(cluster.store, hosts, first.make.name(), first.belongings);
}

function shownFormation({ formation }: ClusterFacts, transcript: Transcript): Formation {
  if (!formation.formed && formation.log !== undefined) {
    const what = 'the log of an engine that was to join the cluster';
    transcript.ran({ command: what, exitCode: null, stdout: formation.log, stderr: '', ms: 0 });
  }
  return formation;
}
