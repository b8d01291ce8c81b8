/** Known drift of HostConfig in what Docker says of containers. Of the references see docker-containers.ts. */
import type { KnownDrift } from './vocabulary';

const HOST_CONFIG = { vendor: 'docker', schemas: ['container-inspect'] } as const;
const EVERYWHERE = 'measured on 20.10.5, 20.10.24, 26.1.5 and 28.5.2';

/** For the claim about HostConfig. */
export const LIMITS_OF_WINDOWS: KnownDrift = {
  ...HOST_CONFIG,
  engine: '>=1.12.0',
  kind: 'missing',
  places: ['/HostConfig/{BlkioIOps,BlkioBps,SandboxSize}'],
  why: 'Three limits of Windows have another name, or are gone.',
  reference: `api/types of moby v1.12; ${EVERYWHERE}`,
};

export const DOCKER_HOST_CONFIG: readonly KnownDrift[] = [
  LIMITS_OF_WINDOWS,
  {
    ...HOST_CONFIG,
    engine: '>=1.12.0',
    kind: 'missing',
    places: ['/HostConfig/StorageOpt'],
    why: 'StorageOpt is left out where none was given, and was null.',
    reference: `api/types of moby v1.12; ${EVERYWHERE}`,
  },
  {
    ...HOST_CONFIG,
    engine: '>=19.3.0',
    kind: 'missing',
    places: ['/HostConfig/DiskQuota'],
    why: 'A quota that never had an effect is gone.',
    reference: `api/types of moby v19.03; ${EVERYWHERE}`,
  },
  {
    ...HOST_CONFIG,
    engine: '>=23.0.0',
    kind: 'missing',
    places: ['/HostConfig/KernelMemory'],
    why: 'The limit of kernel memory is left out where none was given.',
    reference: 'version history of the Engine API, v1.42; measured on 26.1.5 and 28.5.2',
  },
  {
    ...HOST_CONFIG,
    engine: '>=1.12.0',
    kind: 'added',
    places: ['/HostConfig/{Runtime,IOMaximumIOps,IOMaximumBandwidth}'],
    why: 'The runtime of a container can be chosen, and two limits of Windows have new names.',
    reference: `api/types of moby v1.12; ${EVERYWHERE}`,
  },
  {
    ...HOST_CONFIG,
    engine: '>=1.13.0',
    kind: 'added',
    places: ['/HostConfig/{NanoCpus,CpuRealtimePeriod,CpuRealtimeRuntime,Init,Mounts}'],
    why: 'There are more limits on processors, an init process and mounts as objects.',
    reference: `version history of the Engine API, v1.25; ${EVERYWHERE}`,
  },
  {
    ...HOST_CONFIG,
    engine: '>=17.4.0',
    kind: 'added',
    places: ['/HostConfig/DeviceCgroupRules'],
    why: 'Rules for devices can be given.',
    reference: `version history of the Engine API, v1.28; ${EVERYWHERE}`,
  },
  {
    ...HOST_CONFIG,
    engine: '>=18.6.0',
    kind: 'added',
    places: ['/HostConfig/{MaskedPaths,ReadonlyPaths}'],
    why: 'The paths of the kernel that are hidden and read-only are shown.',
    reference: `api/types of moby v18.06; ${EVERYWHERE}`,
  },
  {
    ...HOST_CONFIG,
    engine: '>=19.3.0',
    kind: 'added',
    places: ['/HostConfig/DeviceRequests'],
    why: 'Devices can be asked for by what they can do.',
    reference: `api/types of moby v19.03; ${EVERYWHERE}`,
  },
  {
    ...HOST_CONFIG,
    engine: '>=19.3.0 <23.0.0',
    kind: 'added',
    places: ['/HostConfig/KernelMemoryTCP'],
    why: 'There is a limit of kernel memory for TCP; from 23.0 it is left out where none was given.',
    reference:
      'version history of the Engine API, v1.40 and v1.42; measured on 20.10.5 and 20.10.24, not so on 26.1.5 and 28.5.2',
  },
  {
    ...HOST_CONFIG,
    engine: '>=20.10.0',
    kind: 'added',
    places: ['/HostConfig/CgroupnsMode'],
    why: 'The namespace of control groups can be chosen.',
    reference: `version history of the Engine API, v1.41; ${EVERYWHERE}`,
  },
];
