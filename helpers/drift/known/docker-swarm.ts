/**
 * Known drift of what Docker says of networks and containers in swarm mode, which came with 1.12: no engine of API v1.23 has
 * it. Seen on both kinds of nodes; the sources are moby's, at the release that is named.
 */
import type { EngineChange } from '../../claims/changes';
import type { KnownDrift } from './vocabulary';

const SWARM_MODE = { vendor: 'docker', engine: '>=1.12.0' } as const;
const NETWORKS = { schemas: ['network-inspect', 'network-list'] } as const;
const EVERYWHERE = 'measured on swarms of 20.10.24, of 26.1.5 and of 28.5.2';

/** For the claim about the list of networks. */
export const SWARM_NETWORKS_LISTED: EngineChange = {
  ...SWARM_MODE,
  inSwarm: true,
  why: 'The networks of the whole swarm are in the list, with an id, a scope and nulls of their own.',
  reference: EVERYWHERE,
};

export const DOCKER_SWARM: readonly KnownDrift[] = [
  {
    ...SWARM_MODE,
    schemas: ['network-create', 'network-inspect', 'network-list'],
    kind: 'format',
    places: ['{,/*}/Id'],
    why: 'The id of a network of a whole swarm has 25 digits and letters.',
    reference: `identity/randomid.go of swarmkit; ${EVERYWHERE}`,
  },
  {
    ...SWARM_MODE,
    schemas: ['container-inspect', 'container-list'],
    kind: 'format',
    places: ['{,/*}/NetworkSettings/Networks/*/NetworkID'],
    why: 'The id of a network of a whole swarm has 25 digits and letters.',
    reference: `identity/randomid.go of swarmkit; ${EVERYWHERE}`,
  },
  {
    ...SWARM_MODE,
    ...NETWORKS,
    kind: 'format',
    places: ['{,/*}/Scope'],
    why: 'Networks of a whole swarm have a scope of their own, swarm.',
    reference: `daemon/cluster/convert/network.go of moby v1.12; ${EVERYWHERE}`,
  },
  {
    ...SWARM_MODE,
    ...NETWORKS,
    kind: 'type',
    places: ['{,/*}/{Containers,Labels}'],
    why: 'A manager tells of a network that its own engine has no part in without containers, and without labels where it has none.',
    reference: `daemon/cluster/convert/network.go of moby v1.12; ${EVERYWHERE}, labels in the list alone`,
  },
  {
    ...SWARM_MODE,
    ...NETWORKS,
    kind: 'format',
    places: ['{,/*}/Containers/*'],
    why: 'Among the containers of a network are the sandboxes of swarm mode itself, by name: ingress-sbox, lb- and the network.',
    reference: `api/server/router/network of moby v1.12; ${EVERYWHERE}`,
  },
  {
    ...SWARM_MODE,
    ...NETWORKS,
    engine: '>=1.13.0',
    kind: 'added',
    places: ['{,/*}/Peers'],
    why: 'Nodes that have a part in the network are told of.',
    reference: `version history of the Engine API, v1.25; ${EVERYWHERE}`,
  },
  {
    ...SWARM_MODE,
    schemas: ['container-inspect'],
    engine: '>=19.3.0',
    kind: 'type',
    places: ['/HostConfig/PidsLimit'],
    why: 'A limit of processes that was not given, as of the tasks of a service, is null, and was 0.',
    reference: `api/types of moby v19.03, and version history of the Engine API, v1.40; ${EVERYWHERE}`,
  },
];
