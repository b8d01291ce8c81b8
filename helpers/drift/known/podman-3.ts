/** Known drift of Podman 3 alone: measured on 3.0.1, as far as it answered, on Debian's build. */
import type { KnownDrift } from './vocabulary';

const PODMAN_3 = {
  vendor: 'podman',
  engine: '>=3.0.1 <4.0.0',
  reference: 'measured on 3.0.1, not so on 4.3.1',
} as const;

/** For the claims about inspect of containers and the lists of containers and images. */
export const BARE_IMAGE_IDS: KnownDrift = {
  ...PODMAN_3,
  schemas: ['container-inspect', 'container-list', 'image-list'],
  kind: 'format',
  places: ['/Image', '/*/{Id,ImageID}'],
  why: 'The id of an image is told without its algorithm, sha256.',
};

/** For the claims about image inspect, /info and the list of containers. */
export const NULLS_OF_3: KnownDrift = {
  ...PODMAN_3,
  schemas: ['container-list', 'image-inspect', 'info', 'network-create', 'network-list'],
  kind: 'type',
  places: [
    '/*/{Mounts,NetworkSettings,Ports,Labels,Options}',
    '/{ContainerConfig,RepoDigests,RepoTags,Warning}',
    '/RegistryConfig/{IndexConfigs,InsecureRegistryCIDRs}',
  ],
  why: 'What there is none of is null.',
};

/** For the claim about events. */
export const ERROR_AS_EVENT: KnownDrift = {
  ...PODMAN_3,
  schemas: ['event'],
  kind: 'missing',
  places: ['/{Action,Actor,Type}'],
  why: 'It takes no fractions of seconds in since, and tells that by an error in the place of events.',
};

export const PODMAN_3_ALONE: readonly KnownDrift[] = [
  BARE_IMAGE_IDS,
  NULLS_OF_3,
  ERROR_AS_EVENT,
  { ...ERROR_AS_EVENT, kind: 'added', places: ['/{cause,message,response}'] },
];
