/** Known drift of what Docker says of images. Of the references see docker-containers.ts. */
import type { KnownDrift } from './vocabulary';

const DOCKER = { vendor: 'docker' } as const;
const INSPECT = { schemas: ['image-inspect'] } as const;
const LIST = { schemas: ['image-list'] } as const;
const EVERYWHERE = 'measured on 20.10.5, 20.10.24, 26.1.5 and 28.5.2';

/** For the claim about the container of an image. */
export const NO_CONTAINER_OF_IMAGE: KnownDrift = {
  ...DOCKER,
  ...INSPECT,
  engine: '>=26.0.0',
  kind: 'missing',
  places: ['/Container'],
  why: 'The container that an image was made of is left out where there is none.',
  reference: 'api/types of moby v26.0; measured on 26.1.5 and 28.5.2',
};

/** For the claims about images. */
export const NO_VIRTUAL_SIZE: KnownDrift = {
  ...DOCKER,
  schemas: ['image-inspect', 'image-list'],
  engine: '>=25.0.0',
  api: '>=1.44',
  kind: 'missing',
  places: ['{,/*}/VirtualSize'],
  why: 'VirtualSize is not told to newer clients.',
  reference: 'version history of the Engine API, v1.44; measured on 26.1.5 and 28.5.2',
};

/** For the claim about image inspect. */
export const SHORT_IMAGE_CONFIG: KnownDrift = {
  ...DOCKER,
  ...INSPECT,
  engine: '>=28.2.0',
  api: '>=1.50',
  kind: 'missing',
  places: [
    '/Config/{Hostname,Domainname,Image,Tty,OpenStdin,StdinOnce}',
    '/Config/{AttachStdin,AttachStdout,AttachStderr}',
  ],
  why: 'What belongs to the configuration of a container is not told of images.',
  reference: 'version history of the Engine API, v1.50; measured on 28.5.2',
};

export const DOCKER_IMAGES: readonly KnownDrift[] = [
  NO_CONTAINER_OF_IMAGE,
  NO_VIRTUAL_SIZE,
  {
    ...DOCKER,
    ...INSPECT,
    engine: '>=26.0.0',
    api: '>=1.45',
    kind: 'missing',
    places: ['/ContainerConfig'],
    why: 'The container that an image was made of is not told to newer clients.',
    reference: 'version history of the Engine API, v1.45; measured on 26.1.5 and 28.5.2',
  },
  SHORT_IMAGE_CONFIG,
  {
    ...DOCKER,
    ...INSPECT,
    engine: '>=29.0.0',
    api: '>=1.52',
    kind: 'missing',
    places: [
      '/Config/{Cmd,Entrypoint,Env,Labels,OnBuild,User,Volumes,WorkingDir}',
      '/{Parent,Comment,DockerVersion,Author}',
    ],
    why: 'What an image does not have is left out.',
    reference: 'version history of the Engine API, v1.52; not measured',
  },
  {
    ...DOCKER,
    ...INSPECT,
    engine: '>=29.0.0',
    kind: 'missing',
    places: ['/GraphDriver'],
    why: 'GraphDriver is left out where containerd keeps the files.',
    reference: 'api/types of moby v29; not measured',
  },
  {
    ...DOCKER,
    ...INSPECT,
    engine: '>=17.7.0',
    kind: 'added',
    places: ['/Metadata'],
    why: 'Inspect tells when the image was last tagged.',
    reference: `api/types of moby v17.07; ${EVERYWHERE}`,
  },
  {
    ...DOCKER,
    ...LIST,
    engine: '>=1.13.0',
    kind: 'added',
    places: ['/*/{Containers,SharedSize}'],
    why: 'The list has places for what an image shares and how many containers use it.',
    reference: `api/types of moby v1.13; ${EVERYWHERE}`,
  },
  {
    ...DOCKER,
    schemas: ['image-inspect', 'image-list'],
    engine: '>=28.0.0',
    api: '>=1.47',
    kind: 'added',
    places: ['{,/*}/{Descriptor,Manifests,Identity}'],
    why: 'Where the engine keeps images of several platforms, they are told.',
    reference: 'version history of the Engine API, v1.47, v1.48 and v1.53; not measured',
  },
];
