/** What a claim may need of a cluster. */
import type { StoreKind } from '../target/cluster';
import type { ClusterFacts, Possible, TargetFacts } from '../target/facts';
import type { Need } from './needs';

const SINGLE = 'the target is a single engine, and this needs a cluster';

/** Absent where the target is no cluster, else where `decide` has a reason. */
function ofCluster(name: string, decide: (cluster: ClusterFacts) => string | null): Need {
  return { name, absent: ({ cluster }) => (cluster === null ? SINGLE : decide(cluster)), ofCluster: true };
}

function unless(possible: Possible): string | null {
  return possible.usable ? null : possible.reason;
}

function unlessFormed({ formation }: ClusterFacts): string | null {
  return formation.formed ? null : `the hosts form no cluster: ${formation.reason}`;
}

/** Two hosts, whatever joins them. */
export const hosts2 = ofCluster('hosts2', () => null);

/** Two hosts on which overlay networks can be made: they share a store, or are of one swarm of swarm mode. */
export const overlay = ofCluster('overlay', (cluster) =>
  cluster.mode === 'none' ? 'the hosts share no store and are in no swarm' : unlessFormed(cluster),
);

/** The hosts are to share a store, of this kind where one is named. Whether that works is for the claim to judge. */
export function store(kind?: StoreKind): Need {
  return ofCluster(kind === undefined ? 'store' : `store:${kind}`, ({ store: shared }) => {
    if (shared === null) return 'the hosts of the cluster share no store';
    if (kind === undefined || shared.kind === kind) return null;
    return `the store of the cluster is ${shared.kind}, not ${kind}`;
  });
}

/** The hosts share a store, and form a cluster by it. */
export const storeCluster = ofCluster('store-cluster', (cluster) =>
  cluster.mode === 'store' ? unlessFormed(cluster) : 'the hosts of the cluster share no store',
);

/** The store can be taken from the hosts for a while. */
export const storeOutage = ofCluster('store-outage', (cluster) => unless(cluster.storeOutage));

/** Commands can be run on every host of the cluster. */
export const commandsOnHosts = ofCluster('commands-on-hosts', (cluster) => unless(cluster.commandsOnHosts));

/** Two hosts in different subnets with a router between: those of the cluster, or such as the lab can start. */
export const twoSubnets: Need = {
  name: 'two-subnets',
  ofCluster: true,
  absent: ({ cluster, lab: ofLab }: TargetFacts) => {
    if (cluster === null) return SINGLE;
    return cluster.routed || ofLab.usable ? null : 'all hosts of the cluster are in one subnet';
  },
};

/** The hosts are of one swarm of swarm mode. */
export const swarmMode = ofCluster('swarm-mode', (cluster) =>
  cluster.mode === 'swarm' ? unlessFormed(cluster) : 'the hosts of the cluster are in no swarm of swarm mode',
);

/** The hosts were to be of one swarm of swarm mode; whether they are is for the claim to judge. */
export const askedForSwarm = ofCluster('swarm-mode-asked-for', ({ mode }) =>
  mode === 'swarm' ? null : 'the hosts of the cluster are in no swarm of swarm mode',
);

/** Managers of Standalone Swarm are configured, as many or more. */
export function swarmManagers(count = 1): Need {
  return ofCluster(count === 1 ? 'swarm-managers' : `swarm-managers>=${count}`, ({ swarmManagers: known }) => {
    if (known.length >= count) return null;
    return known.length === 0
      ? 'no managers of Standalone Swarm are configured for the cluster'
      : `${known.length} manager of Standalone Swarm is configured, and this needs ${count}`;
  });
}

/** A registry that the hosts of the cluster reach is configured. */
export const registry = ofCluster('registry', (cluster) =>
  cluster.registry === null ? 'no registry is configured for the cluster' : null,
);

/** The claim can start hosts of its own: the target is of the lab. */
export const lab: Need = { name: 'lab', absent: (facts) => unless(facts.lab) };

/** The engine has no cluster store and is in no swarm. */
export const joinedToNone: Need = {
  name: 'joined-to-none',
  absent: ({ membership }) => {
    if (membership.store !== '') return 'the engine has a cluster store';
    return membership.swarm === 'none' ? null : 'the engine is in a swarm';
  },
};
