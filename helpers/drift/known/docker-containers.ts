/**
 * Known drift of what Docker says of containers and their commands. Where the version history
 * of the Engine API is silent, the release is the first whose types (api/types of moby) have or lack the field.
 */
import type { KnownDrift } from './vocabulary';

const DOCKER = { vendor: 'docker' } as const;
const INSPECT = { schemas: ['container-inspect'] } as const;
const BOTH = { schemas: ['container-inspect', 'container-list'] } as const;
const ENDPOINT = '{,/*}/NetworkSettings/Networks/*';
const EVERYWHERE = 'measured on 20.10.5, 20.10.24, 26.1.5 and 28.5.2';

/** For the claims about what lies outside of HostConfig. */
export const NETWORK_SETTINGS_OF_29: KnownDrift = {
  ...DOCKER,
  ...INSPECT,
  engine: '>=29.0.0',
  kind: 'missing',
  places: [
    '/NetworkSettings/{Bridge,HairpinMode,LinkLocalIPv6Address,LinkLocalIPv6PrefixLen}',
    '/NetworkSettings/{SecondaryIPAddresses,SecondaryIPv6Addresses}',
  ],
  why: 'Fields of the default bridge that were deprecated in 1.9 are gone.',
  reference: 'version history of the Engine API, v1.52; not measured',
};

export const DOCKER_CONTAINERS: readonly KnownDrift[] = [
  NETWORK_SETTINGS_OF_29,
  {
    ...DOCKER,
    ...INSPECT,
    engine: '>=29.0.0',
    kind: 'missing',
    places: [
      '/NetworkSettings/{EndpointID,Gateway,IPAddress,IPPrefixLen,MacAddress}',
      '/NetworkSettings/{IPv6Gateway,GlobalIPv6Address,GlobalIPv6PrefixLen}',
    ],
    why: 'The addresses on the default bridge are told only of containers on it, and not to newer clients.',
    reference: 'version history of the Engine API, v1.52; not measured',
  },
  {
    ...DOCKER,
    ...INSPECT,
    engine: '>=29.0.0',
    kind: 'missing',
    places: ['/Config/OnBuild', '/GraphDriver'],
    why: 'OnBuild is left out where it is empty, and GraphDriver where containerd keeps the files.',
    reference: 'version history of the Engine API, v1.52, and api/types of moby v29; not measured',
  },
  {
    ...DOCKER,
    ...INSPECT,
    engine: '>=17.7.0',
    kind: 'added',
    places: ['/Platform'],
    why: 'The operating system of the container is shown.',
    reference: `api/types of moby v17.07; ${EVERYWHERE}`,
  },
  {
    ...DOCKER,
    ...BOTH,
    engine: '>=1.13.0',
    kind: 'added',
    places: ['{,/*}/Mounts/*/Type'],
    why: 'A mount says of which kind it is.',
    reference: `version history of the Engine API, v1.25; ${EVERYWHERE}`,
  },
  {
    ...DOCKER,
    ...BOTH,
    engine: '>=17.6.0',
    kind: 'added',
    places: [`${ENDPOINT}/DriverOpts`],
    why: 'Options for the driver of a network can be given to an endpoint.',
    reference: `api/types of moby v17.06; ${EVERYWHERE}`,
  },
  {
    ...DOCKER,
    ...BOTH,
    engine: '>=25.0.0',
    kind: 'added',
    places: [`${ENDPOINT}/DNSNames`],
    why: 'The names by which an endpoint is found are shown apart from its aliases.',
    reference: 'version history of the Engine API, v1.44; measured on 26.1.5 and 28.5.2',
  },
  {
    ...DOCKER,
    ...BOTH,
    engine: '>=28.0.0',
    kind: 'added',
    places: [`${ENDPOINT}/GwPriority`],
    why: 'Of several networks the one for the default route can be chosen.',
    reference: 'version history of the Engine API, v1.48; measured on 28.5.2',
  },
  {
    ...DOCKER,
    ...BOTH,
    engine: '>=28.0.0',
    api: '>=1.48',
    kind: 'added',
    places: ['{,/*}/ImageManifestDescriptor'],
    why: 'Where the engine keeps images of several platforms, the one of a container is named.',
    reference: 'version history of the Engine API, v1.48; not measured',
  },
  {
    ...DOCKER,
    ...BOTH,
    engine: '>=29.0.0',
    kind: 'added',
    places: ['/Storage', '/*/Health'],
    why: 'Inspect tells where the files are kept, and the list tells the health of a container.',
    reference: 'api/types of moby v29; not measured',
  },
  {
    ...DOCKER,
    schemas: ['container-wait'],
    engine: '>=17.11.0 <23.0.0',
    kind: 'added',
    places: ['/Error'],
    why: 'The answer to wait has a place for an error; from 23.0 it is left out where there is none.',
    reference:
      'version history of the Engine API, v1.34, and api/types of moby v23.0; measured on 20.10.5 and 20.10.24, not so on 26.1.5 and 28.5.2',
  },
  {
    ...DOCKER,
    schemas: ['exec-inspect'],
    engine: '>=1.13.0',
    kind: 'added',
    places: ['/Pid'],
    why: 'The process of a command is named.',
    reference: `version history of the Engine API, v1.25; ${EVERYWHERE}`,
  },
];
