/** Known drift of what Docker says of itself and of what happens. Of the references see docker-containers.ts. */
import type { KnownDrift } from './vocabulary';

const INFO = { vendor: 'docker', schemas: ['info'] } as const;
const EVERYWHERE = 'measured on 20.10.5, 20.10.24, 26.1.5 and 28.5.2';

/** For the claim about /info. */
export const NO_CLUSTER_STORE: KnownDrift = {
  ...INFO,
  engine: '>=20.10.0',
  kind: 'missing',
  places: ['/{SystemStatus,ClusterStore,ClusterAdvertise}'],
  why: 'What belongs to a cluster with a store is left out where there is none.',
  reference: `version history of the Engine API, v1.41; ${EVERYWHERE}`,
};

/** For the claim about /info. */
export const NO_EXECUTION_DRIVER: KnownDrift = {
  ...INFO,
  engine: '>=1.13.0',
  api: '>=1.25',
  kind: 'missing',
  places: ['/ExecutionDriver'],
  why: 'There has been but one execution driver since 1.11, and newer clients are not told of it.',
  reference: 'version history of the Engine API, v1.24; measured on 20.10.24, 26.1.5 and 28.5.2',
};

/** For the claim about /info. */
export const NO_EXECUTION_DRIVER_AT_ALL: KnownDrift = {
  ...INFO,
  engine: '>=27.1.0',
  kind: 'missing',
  places: ['/ExecutionDriver'],
  why: 'There has been but one execution driver since 1.11, and no client is told of it any more.',
  reference: 'api/types of moby v27.1; measured on 28.5.2, not so on 26.1.5',
};

/** For the claim about /info. */
export const NO_KERNEL_MEMORY: KnownDrift = {
  ...INFO,
  engine: '>=23.0.0',
  api: '>=1.42',
  kind: 'missing',
  places: ['/KernelMemory'],
  why: 'Limits of kernel memory are gone, and newer clients are not told of them.',
  reference: 'version history of the Engine API, v1.42; measured on 26.1.5 and 28.5.2',
};

export const DOCKER_ENGINE: readonly KnownDrift[] = [
  NO_CLUSTER_STORE,
  NO_EXECUTION_DRIVER,
  NO_EXECUTION_DRIVER_AT_ALL,
  NO_KERNEL_MEMORY,
  {
    ...INFO,
    engine: '>=28.2.0',
    api: '>=1.50',
    kind: 'missing',
    places: ['/{BridgeNfIptables,BridgeNfIp6tables}'],
    why: 'The module for filtering on bridges is loaded when it is needed, and newer clients are not told of it.',
    reference: 'version history of the Engine API, v1.50; measured on 28.5.2',
  },
  {
    ...INFO,
    engine: '>=23.0.0',
    kind: 'format',
    places: ['/ID'],
    why: 'The id of an engine is a UUID, and was the fingerprint of a key; a root of before keeps its own.',
    reference: 'measured on 26.1.5 and 28.5.2, not so on 20.10.24',
  },
  {
    ...INFO,
    engine: '>=1.12.0',
    kind: 'added',
    places: ['/{DefaultRuntime,Runtimes,LiveRestoreEnabled,SecurityOptions,Swarm}'],
    why: 'There are several runtimes, swarm mode, and containers that outlive the engine.',
    reference: `version history of the Engine API, v1.24, and api/types of moby v1.12; ${EVERYWHERE}`,
  },
  {
    ...INFO,
    engine: '>=1.13.0',
    kind: 'added',
    places: ['/{ContainerdCommit,RuncCommit,InitCommit,InitBinary,Isolation}'],
    why: 'The engine tells what it is made of.',
    reference: `version history of the Engine API, v1.25, and api/types of moby v1.13; ${EVERYWHERE}`,
  },
  {
    ...INFO,
    engine: '>=17.6.0',
    kind: 'added',
    places: ['/Plugins/Log'],
    why: 'The drivers for logs are listed.',
    reference: `version history of the Engine API, v1.30; ${EVERYWHERE}`,
  },
  {
    ...INFO,
    engine: '>=17.6.0 <29.0.0',
    kind: 'added',
    places: ['/RegistryConfig/AllowNondistributableArtifacts{CIDRs,Hostnames}'],
    why: 'Registries could be told to take layers that must not be distributed.',
    reference: `api/types of moby v17.06; gone from v1.49 on; ${EVERYWHERE}`,
  },
  {
    ...INFO,
    engine: '>=17.9.0',
    kind: 'added',
    places: ['/GenericResources'],
    why: 'Nodes of a swarm can offer resources of any kind.',
    reference: `api/types of moby v17.09; ${EVERYWHERE}`,
  },
  {
    ...INFO,
    engine: '>=18.9.0',
    kind: 'added',
    places: ['/{Warnings,ProductLicense}'],
    why: 'The engine itself tells the warnings that clients show.',
    reference: `version history of the Engine API, v1.39; ${EVERYWHERE}`,
  },
  {
    ...INFO,
    engine: '>=19.3.0',
    kind: 'added',
    places: ['/{PidsLimit,KernelMemoryTCP}'],
    why: 'The engine tells which further limits the kernel knows.',
    reference: `version history of the Engine API, v1.40; ${EVERYWHERE}`,
  },
  {
    ...INFO,
    engine: '>=20.10.0',
    kind: 'added',
    places: ['/{CgroupVersion,OSVersion,DefaultAddressPools}'],
    why: 'The engine tells the versions of control groups and of the system, and its pools of addresses.',
    reference: `version history of the Engine API, v1.41; ${EVERYWHERE}`,
  },
  {
    ...INFO,
    engine: '>=25.0.0',
    kind: 'added',
    places: ['/CDISpecDirs'],
    why: 'The engine tells where it looks for descriptions of devices.',
    reference: 'version history of the Engine API, v1.44; measured on 26.1.5 and 28.5.2',
  },
  {
    ...INFO,
    engine: '>=27.0.0',
    api: '>=1.46',
    kind: 'added',
    places: ['/Containerd'],
    why: 'The engine tells which containerd it uses.',
    reference: 'version history of the Engine API, v1.46; measured on 28.5.2',
  },
  {
    ...INFO,
    engine: '>=28.1.0',
    api: '>=1.49',
    kind: 'added',
    places: ['/{FirewallBackend,DiscoveredDevices,NRI}'],
    why: 'The engine tells how it sets up the firewall, and which devices and plugins of the runtime there are.',
    reference:
      'version history of the Engine API, v1.49, v1.50 and v1.53; the first measured on 28.5.2, the others not measured',
  },
  {
    vendor: 'docker',
    schemas: ['version'],
    engine: '>=1.13.0',
    kind: 'added',
    places: ['/MinAPIVersion'],
    why: 'The engine tells the oldest API version that it serves.',
    reference: `version history of the Engine API, v1.25; ${EVERYWHERE}`,
  },
  {
    vendor: 'docker',
    schemas: ['version'],
    engine: '>=17.12.0',
    kind: 'added',
    places: ['/{Platform,Components}'],
    why: 'The engine lists what it is made of, with the versions.',
    reference: `version history of the Engine API, v1.35; ${EVERYWHERE}`,
  },
  {
    vendor: 'docker',
    schemas: ['event'],
    engine: '>=17.6.0',
    kind: 'added',
    places: ['/scope'],
    why: 'Events are of one host or of a swarm.',
    reference: `version history of the Engine API, v1.30; ${EVERYWHERE}`,
  },
];
