/** Known drift of what Podman says of itself and of what happens: measured, on Debian's builds. */
import type { KnownDrift } from './vocabulary';

const PODMAN = { vendor: 'podman', engine: '>=3.0.1' } as const;
const INFO = { schemas: ['info'] } as const;
const EVERYWHERE = 'measured on 4.3.1, 5.4.2 and 5.8.6, and on 3.0.1 as far as it answered';
const TYPES_OF_DOCKER = 'It answers with the types of a newer Docker.';

/** For the claims about /info. */
export const PODMAN_INFO: KnownDrift = {
  ...PODMAN,
  ...INFO,
  kind: 'missing',
  places: ['/{SystemStatus,ClusterStore,ClusterAdvertise,ExecutionDriver}'],
  why: TYPES_OF_DOCKER,
  reference: EVERYWHERE,
};

/** For the claim about /info. */
export const PODMAN_NO_KERNEL_MEMORY: KnownDrift = {
  ...PODMAN,
  ...INFO,
  engine: '>=5.0.0',
  kind: 'missing',
  places: ['/KernelMemory'],
  why: 'Limits of kernel memory are gone.',
  reference: 'measured on 5.4.2 and 5.8.6, not so on 4.3.1',
};

export const PODMAN_ENGINE: readonly KnownDrift[] = [
  PODMAN_INFO,
  PODMAN_NO_KERNEL_MEMORY,
  {
    ...PODMAN,
    ...INFO,
    engine: '>=5.5.0',
    kind: 'missing',
    places: ['/{BridgeNfIptables,BridgeNfIp6tables}'],
    why: TYPES_OF_DOCKER,
    reference: 'measured on 5.8.6, not so on 5.4.2',
  },
  {
    ...PODMAN,
    ...INFO,
    kind: 'format',
    places: ['/ID'],
    why: 'The id of the engine is a UUID, new at each call.',
    reference: EVERYWHERE,
  },
  {
    ...PODMAN,
    ...INFO,
    kind: 'added',
    places: [
      '/{CgroupVersion,ContainerdCommit,DefaultRuntime,GenericResources,InitBinary,InitCommit,Isolation}',
      '/{LiveRestoreEnabled,OSVersion,PidsLimit,ProductLicense,RuncCommit,Runtimes,SecurityOptions,Swarm,Warnings}',
      '/Plugins/Log',
    ],
    why: TYPES_OF_DOCKER,
    reference: EVERYWHERE,
  },
  {
    ...PODMAN,
    ...INFO,
    kind: 'added',
    places: ['/{BuildahVersion,CPURealtimePeriod,CPURealtimeRuntime,Rootless,SwapFree,SwapTotal,Uptime}'],
    why: 'It tells more of itself than Docker does.',
    reference: EVERYWHERE,
  },
  {
    ...PODMAN,
    ...INFO,
    engine: '>=3.0.1 <5.5.0',
    kind: 'added',
    places: ['/RegistryConfig/AllowNondistributableArtifacts{CIDRs,Hostnames}'],
    why: TYPES_OF_DOCKER,
    reference: 'measured on 4.3.1 and 5.4.2, not so on 5.8.6',
  },
  {
    ...PODMAN,
    ...INFO,
    engine: '>=3.0.1 <5.0.0',
    kind: 'added',
    places: ['/KernelMemoryTCP'],
    why: TYPES_OF_DOCKER,
    reference: 'measured on 4.3.1, not so on 5.4.2 and 5.8.6',
  },
  {
    ...PODMAN,
    ...INFO,
    engine: '>=5.0.0',
    kind: 'added',
    places: ['/CDISpecDirs'],
    why: TYPES_OF_DOCKER,
    reference: 'measured on 5.4.2 and 5.8.6, not so on 4.3.1',
  },
  {
    ...PODMAN,
    ...INFO,
    engine: '>=5.5.0',
    kind: 'added',
    places: ['/DefaultAddressPools'],
    why: TYPES_OF_DOCKER,
    reference: 'measured on 5.8.6, not so on 5.4.2',
  },
  {
    ...PODMAN,
    schemas: ['version'],
    kind: 'added',
    places: ['/{MinAPIVersion,Platform,Components}'],
    why: TYPES_OF_DOCKER,
    reference: EVERYWHERE,
  },
  {
    ...PODMAN,
    schemas: ['event'],
    engine: '>=4.3.1',
    kind: 'added',
    places: ['/scope'],
    why: TYPES_OF_DOCKER,
    reference: EVERYWHERE,
  },
];
