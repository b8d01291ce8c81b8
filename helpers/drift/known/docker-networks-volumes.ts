/** Known drift of what Docker says of networks and volumes. Of the references see docker-containers.ts. */
import type { KnownDrift } from './vocabulary';

const NETWORKS = { vendor: 'docker', schemas: ['network-inspect', 'network-list'] } as const;
const VOLUMES = { vendor: 'docker', schemas: ['volume-create', 'volume-inspect', 'volume-list'] } as const;
const EVERYWHERE = 'measured on 20.10.5, 20.10.24, 26.1.5 and 28.5.2';

/** For the claims about the networks host and none. */
export const NO_ADDRESSES_IS_NULL: KnownDrift = {
  ...NETWORKS,
  engine: '>=25.0.0',
  kind: 'type',
  places: ['{,/*}/IPAM/Config'],
  why: 'IPAM.Config of the networks host and none is null, and was empty.',
  reference: 'measured on 26.1.5 and 28.5.2, not so on 20.10.24',
};

/** For the claims about networks with addresses. */
export const EMPTY_ADDRESSES_OF_29: KnownDrift = {
  ...NETWORKS,
  engine: '>=29.0.0 <=29.1.5',
  kind: 'format',
  places: ['{,/*}/IPAM/Config/*/{IPRange,Gateway}'],
  why: 'A range or gateway that a network does not have is empty, and was left out.',
  reference: 'not measured; source of Docker 29.0 to 29.1.5',
};

/** For the claim about the list of networks. */
export const CONTAINERS_NOT_LISTED: KnownDrift = {
  vendor: 'docker',
  schemas: ['network-list'],
  engine: '>=29.0.0',
  api: '>=1.28',
  kind: 'missing',
  places: ['/*/Containers'],
  why: 'The list of networks has no containers; up to 28 they were an empty object for newer clients.',
  reference: 'version history of the Engine API, v1.28; not measured',
};

export const DOCKER_NETWORKS_AND_VOLUMES: readonly KnownDrift[] = [
  NO_ADDRESSES_IS_NULL,
  EMPTY_ADDRESSES_OF_29,
  CONTAINERS_NOT_LISTED,
  {
    ...NETWORKS,
    engine: '>=1.13.0',
    kind: 'added',
    places: ['{,/*}/{Created,Attachable}'],
    why: 'Networks tell when they were made, and whether any container may join.',
    reference: `version history of the Engine API, v1.25; ${EVERYWHERE}`,
  },
  {
    ...NETWORKS,
    engine: '>=17.5.0',
    kind: 'added',
    places: ['{,/*}/Ingress'],
    why: 'Swarm mode has a network for published ports.',
    reference: `version history of the Engine API, v1.29; ${EVERYWHERE}`,
  },
  {
    ...NETWORKS,
    engine: '>=17.6.0',
    kind: 'added',
    places: ['{,/*}/{ConfigFrom,ConfigOnly}'],
    why: 'Networks can be made from the configuration of others.',
    reference: `api/types of moby v17.06; ${EVERYWHERE}`,
  },
  {
    ...NETWORKS,
    engine: '>=28.0.0',
    kind: 'added',
    places: ['{,/*}/EnableIPv4'],
    why: 'IPv4 can be left out of a network.',
    reference: 'version history of the Engine API, v1.48; measured on 28.5.2, also when asked at 1.24',
  },
  {
    ...NETWORKS,
    engine: '>=29.0.0',
    api: '>=1.52',
    kind: 'added',
    places: ['{,/*}/Status'],
    why: 'Inspect tells how many addresses of a network are in use.',
    reference: 'version history of the Engine API, v1.52; not measured',
  },
  {
    ...VOLUMES,
    engine: '>=1.12.0',
    kind: 'added',
    places: ['{,/Volumes/*}/Scope'],
    why: 'Volumes may be those of one host or of a cluster.',
    reference: `api/types of moby v1.12; ${EVERYWHERE}`,
  },
  {
    ...VOLUMES,
    engine: '>=1.13.0',
    kind: 'added',
    places: ['{,/Volumes/*}/Options'],
    why: 'The options that were given to the driver of a volume are shown.',
    reference: `version history of the Engine API, v1.25; ${EVERYWHERE}`,
  },
  {
    ...VOLUMES,
    engine: '>=17.7.0',
    kind: 'added',
    places: ['{,/Volumes/*}/CreatedAt'],
    why: 'Volumes tell when they were made.',
    reference: `version history of the Engine API, v1.31; ${EVERYWHERE}`,
  },
];
