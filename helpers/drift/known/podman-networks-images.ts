/** Known drift of what Podman says of networks, volumes and images: measured, on Debian's builds. */
import type { KnownDrift } from './vocabulary';

const PODMAN = { vendor: 'podman', engine: '>=3.0.1' } as const;
const NETWORKS = { schemas: ['network-inspect', 'network-list'] } as const;
const EVERYWHERE = 'measured on 4.3.1, 5.4.2 and 5.8.6, and on 3.0.1 as far as it answered';
const TYPES_OF_DOCKER = 'It answers with the types of a newer Docker.';

/** For the claim about image inspect. */
export const PODMAN_IMAGE_CONFIG: KnownDrift = {
  ...PODMAN,
  schemas: ['image-inspect'],
  engine: '>=5.5.0',
  kind: 'missing',
  places: [
    '/Container',
    '/Config/{Hostname,Domainname,User,Image,WorkingDir,Tty,OpenStdin,StdinOnce}',
    '/Config/{AttachStdin,AttachStdout,AttachStderr,Cmd,Entrypoint,Env,Labels,OnBuild,Volumes}',
  ],
  why: 'What an image does not have is left out.',
  reference: 'measured on 5.8.6, not so on 5.4.2',
};

/** For the claims about networks with containers. */
export const PODMAN_ENDPOINT_ID: KnownDrift = {
  ...PODMAN,
  ...NETWORKS,
  kind: 'format',
  places: ['{,/*}/Containers/*/EndpointID'],
  why: 'Endpoints have no id.',
  reference: EVERYWHERE,
};

/** For the claim about the list of images. */
export const PODMAN_NO_VIRTUAL_SIZE: KnownDrift = {
  ...PODMAN,
  schemas: ['image-inspect', 'image-list'],
  engine: '>=5.5.0',
  api: '>=1.44',
  kind: 'missing',
  places: ['{,/*}/VirtualSize'],
  why: 'VirtualSize is not told to newer clients.',
  reference: 'measured on 5.8.6 at API 1.44; the older ones do not serve it',
};

export const PODMAN_NETWORKS_AND_IMAGES: readonly KnownDrift[] = [
  PODMAN_IMAGE_CONFIG,
  PODMAN_ENDPOINT_ID,
  PODMAN_NO_VIRTUAL_SIZE,
  {
    ...PODMAN,
    ...NETWORKS,
    kind: 'added',
    places: ['{,/*}/{Attachable,ConfigFrom,ConfigOnly,Created,Ingress}'],
    why: TYPES_OF_DOCKER,
    reference: EVERYWHERE,
  },
  {
    ...PODMAN,
    ...NETWORKS,
    engine: '>=5.5.0',
    kind: 'added',
    places: ['{,/*}/EnableIPv4'],
    why: TYPES_OF_DOCKER,
    reference: 'measured on 5.8.6, not so on 5.4.2',
  },
  {
    ...PODMAN,
    schemas: ['volume-create', 'volume-inspect', 'volume-list'],
    kind: 'added',
    places: ['{,/Volumes/*}/{CreatedAt,Options,Scope}'],
    why: TYPES_OF_DOCKER,
    reference: EVERYWHERE,
  },
  {
    ...PODMAN,
    schemas: ['image-inspect'],
    kind: 'added',
    places: ['/Metadata'],
    why: TYPES_OF_DOCKER,
    reference: EVERYWHERE,
  },
  {
    ...PODMAN,
    schemas: ['image-list'],
    kind: 'added',
    places: ['/*/{Containers,SharedSize}'],
    why: TYPES_OF_DOCKER,
    reference: EVERYWHERE,
  },
  {
    ...PODMAN,
    schemas: ['image-list'],
    kind: 'added',
    places: ['/*/{Dangling,Digest,History,Names}'],
    why: "The list of its own API shows through in Docker's.",
    reference: `${EVERYWHERE}; Dangling on 4.3.1 alone`,
  },
];
