/** What a claim may need of a cluster. */
import { isLoopback } from '../registry/address';
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
    return cluster.routed !== null || ofLab.usable ? null : 'all hosts of the cluster are in one subnet';
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

/** The swarm ran no services when it was reached: where a node is drained, all its tasks have to move. */
export const noOthersServices = ofCluster('no-services-of-others', ({ othersServices: count }) =>
  count === 0 ? null : `the swarm runs ${count} services, whose tasks would have to leave a node that is drained`,
);

/** The kernels of all hosts have ip_vs, by which a virtual address reaches anything. */
export const ipvs = ofCluster('kernel:ip_vs', ({ withoutIpvs }) => {
  if (withoutIpvs === null) return 'decided by probe containers, when a run begins';
  return withoutIpvs.length === 0
    ? null
    : `the kernel has no ip_vs, or has not loaded it, on ${withoutIpvs.join(', ')}`;
});

/** Managers of Standalone Swarm are configured, as many or more. */
export function swarmManagers(count = 1): Need {
  return ofCluster(count === 1 ? 'swarm-managers' : `swarm-managers>=${count}`, ({ swarmManagers: known }) => {
    if (known.length >= count) return null;
    return known.length === 0
      ? 'no managers of Standalone Swarm are configured for the cluster'
      : `${known.length} manager of Standalone Swarm is configured, and this needs ${count}`;
  });
}

/** The managers of Standalone Swarm run on hosts of the cluster, where commands reach their processes. */
export const swarmManagersOnHosts = ofCluster('swarm-managers-on-hosts', ({ hosts, swarmManagers: urls }) => {
  const elsewhere = urls.find((url) => !hosts.some(({ address }) => address === new URL(url).hostname));
  return elsewhere === undefined ? null : `the manager at ${elsewhere} runs on none of the hosts`;
});

/** Who takes a part for which the document opens ports: engines that advertise themselves, managers, Consul's servers. */
export const partsOfStandaloneSwarm = ofCluster('parts-of-standalone-swarm', (cluster) => {
  if (cluster.swarmManagers.length > 0 || cluster.store?.kind === 'consul') return null;
  return cluster.mode === 'store'
    ? unlessFormed(cluster)
    : 'no engine is advertised to a store, and there are no managers of Standalone Swarm';
});

const NO_REGISTRY = 'no registry is configured for the target, and it is not of the lab, which would start one';

/** There is a registry to push to: the one that is configured for the cluster, or one that the lab starts. */
export const registry: Need = {
  name: 'registry',
  absent: ({ cluster, lab: ofLab }) => (ofLab.usable || cluster?.registryScheme != null ? null : NO_REGISTRY),
};

/** There is one that speaks plain HTTP, elsewhere than on the loopback. */
export const insecureRegistry: Need = {
  name: 'registry:insecure',
  absent: ({ cluster, lab: ofLab }) => {
    if (ofLab.usable) return null;
    if (cluster?.registry == null) return NO_REGISTRY;
    if (cluster.registryScheme !== 'http') return 'the registry that is configured speaks TLS';
    return isLoopback(cluster.registry) ? 'the registry that is configured is on the loopback' : null;
  },
};

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
