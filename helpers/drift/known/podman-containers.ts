/** Known drift of what Podman says of containers and their commands: measured, on Debian's builds. */
import type { KnownDrift } from './vocabulary';

const PODMAN = { vendor: 'podman', engine: '>=3.0.1' } as const;
const INSPECT = { schemas: ['container-inspect'] } as const;
const LIST = { schemas: ['container-list'] } as const;
const BOTH = { schemas: ['container-inspect', 'container-list'] } as const;
const ENDPOINT = '{,/*}/NetworkSettings/Networks/*';
const EVERYWHERE = 'measured on 4.3.1, 5.4.2 and 5.8.6, and on 3.0.1 as far as it answered';
const TYPES_OF_DOCKER = 'It answers with the types of a newer Docker.';

/** For the claim about HostConfig. */
export const PODMAN_HOST_CONFIG: KnownDrift = {
  ...PODMAN,
  ...INSPECT,
  kind: 'missing',
  places: ['/HostConfig/{BlkioIOps,BlkioBps,SandboxSize,StorageOpt,DiskQuota}'],
  why: TYPES_OF_DOCKER,
  reference: EVERYWHERE,
};

/** For the claims about endpoints. */
export const PODMAN_NETWORK_ID: KnownDrift = {
  ...PODMAN,
  ...BOTH,
  kind: 'format',
  places: [`${ENDPOINT}/NetworkID`],
  why: 'NetworkID of an endpoint is the name of the network, and not its id.',
  reference: `${EVERYWHERE}; on the last two not of all networks`,
};

/** For the claims about the list of containers. */
export const PODMAN_LIST_HOST_CONFIG: KnownDrift = {
  ...PODMAN,
  ...LIST,
  kind: 'missing',
  places: ['/*/HostConfig'],
  why: 'The list has no HostConfig.',
  reference: EVERYWHERE,
};

export const PODMAN_CONTAINERS: readonly KnownDrift[] = [
  PODMAN_HOST_CONFIG,
  PODMAN_NETWORK_ID,
  PODMAN_LIST_HOST_CONFIG,
  {
    ...PODMAN,
    ...INSPECT,
    engine: '>=5.0.0',
    kind: 'missing',
    places: ['/HostConfig/KernelMemory'],
    why: 'The limit of kernel memory is left out where none was given.',
    reference: 'measured on 5.4.2 and 5.8.6, not so on 4.3.1',
  },
  {
    ...PODMAN,
    ...LIST,
    engine: '>=4.3.1',
    kind: 'type',
    places: ['/*/NetworkSettings/Networks'],
    why: 'The list shows null for the networks of a container that has none.',
    reference: EVERYWHERE,
  },
  {
    ...PODMAN,
    ...INSPECT,
    kind: 'added',
    places: [
      '/Platform',
      '/Config/StopTimeout',
      '/HostConfig/{CgroupnsMode,CpuRealtimePeriod,CpuRealtimeRuntime,DeviceCgroupRules,DeviceRequests}',
      '/HostConfig/{IOMaximumBandwidth,IOMaximumIOps,MaskedPaths,ReadonlyPaths,NanoCpus,Runtime}',
    ],
    why: TYPES_OF_DOCKER,
    reference: EVERYWHERE,
  },
  {
    ...PODMAN,
    ...INSPECT,
    engine: '>=3.0.1 <5.0.0',
    kind: 'added',
    places: ['/HostConfig/KernelMemoryTCP', '/State/Health'],
    why: 'It answers with the types of a newer Docker, and shows the health of a container that has no check.',
    reference: 'measured on 4.3.1, not so on 5.4.2 and 5.8.6',
  },
  {
    ...PODMAN,
    ...INSPECT,
    engine: '>=5.0.0',
    kind: 'added',
    places: ['/HostConfig/Annotations'],
    why: 'Annotations of its own are shown, from the first start on.',
    reference: 'measured on 5.4.2 and 5.8.6, not so on 4.3.1',
  },
  {
    ...PODMAN,
    ...BOTH,
    kind: 'added',
    places: ['{,/*}/Mounts/*/Type', `${ENDPOINT}/DriverOpts`],
    why: TYPES_OF_DOCKER,
    reference: EVERYWHERE,
  },
  {
    ...PODMAN,
    ...BOTH,
    engine: '>=5.0.0',
    kind: 'added',
    places: [`${ENDPOINT}/DNSNames`],
    why: TYPES_OF_DOCKER,
    reference: 'measured on 5.4.2 and 5.8.6, not so on 4.3.1',
  },
  {
    ...PODMAN,
    ...BOTH,
    engine: '>=5.5.0',
    kind: 'added',
    places: [`${ENDPOINT}/GwPriority`],
    why: TYPES_OF_DOCKER,
    reference: 'measured on 5.8.6, not so on 5.4.2',
  },
  {
    ...PODMAN,
    ...LIST,
    kind: 'added',
    places: ['/*/{Config,Name,NetworkingConfig,Platform}'],
    why: 'Fields of a request to create are in the list, empty.',
    reference: EVERYWHERE,
  },
  {
    ...PODMAN,
    ...LIST,
    engine: '>=3.0.1 <5.0.0',
    kind: 'added',
    places: ['/*/AdjustCPUShares'],
    why: 'A field of a request to create is in the list.',
    reference: 'measured on 4.3.1, not so on 5.4.2 and 5.8.6',
  },
  {
    ...PODMAN,
    ...LIST,
    engine: '>=5.0.0',
    kind: 'added',
    places: ['/*/DefaultReadOnlyNonRecursive'],
    why: 'A field of a request to create is in the list.',
    reference: 'measured on 5.4.2 and 5.8.6, not so on 4.3.1',
  },
  {
    ...PODMAN,
    schemas: ['container-wait'],
    kind: 'added',
    places: ['/Error'],
    why: TYPES_OF_DOCKER,
    reference: EVERYWHERE,
  },
  {
    ...PODMAN,
    schemas: ['exec-inspect'],
    kind: 'added',
    places: ['/Pid'],
    why: TYPES_OF_DOCKER,
    reference: EVERYWHERE,
  },
];
