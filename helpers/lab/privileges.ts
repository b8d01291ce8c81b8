/** What an engine in a container needs of its container, and what the machine allows of it. */
import { succeeded } from '../engine/answer';
import { objectOf } from '../engine/engine';
import { labName } from './marks';
import type { OuterEngine } from './outer-engine';

/** Fields of a create call's HostConfig. */
export type HostConfig = Readonly<Record<string, unknown>>;

export interface Given {
  /** Whether a container can be given all privileges. */
  readonly all: boolean;
  readonly hostConfig: HostConfig;
}

const ALL: Given = { all: true, hostConfig: { Privileged: true } };

/**
 * For machines that lack CAP_SYS_RESOURCE themselves, as some sandboxes do: there the runtime cannot give all capabilities.
 * The entrypoint makes writable what is mounted read-only without `Privileged`.
 */
const ALL_BUT_ONE: Given = {
  all: false,
  hostConfig: {
    CapAdd: ['ALL'],
    CapDrop: ['SYS_RESOURCE'],
    SecurityOpt: ['seccomp=unconfined', 'apparmor=unconfined'],
    MaskedPaths: [],
    ReadonlyPaths: [],
  },
};

/**
 * The privileges that the outer engine can give, found out by trying with a container that ends at once.
 *
 * @param image any image that holds `true`
 * @param labels of the container, so that it is found where this process ends in between
 */
export async function probePrivileges(
  { engine }: OuterEngine,
  image: string,
  labels: Readonly<Record<string, string>>,
): Promise<Given> {
  const created = await engine.post('/containers/create', {
    query: { name: labName() },
    body: {
      ...{ Image: image, Entrypoint: ['true'], Cmd: [], Labels: labels },
      HostConfig: { ...ALL.hostConfig, NetworkMode: 'none' },
    },
  });
  if (!succeeded(created)) return ALL_BUT_ONE;
  const id = String(objectOf(created).Id);
  try {
    return succeeded(await engine.post(`/containers/${id}/start`)) ? ALL : ALL_BUT_ONE;
  } finally {
    await engine.delete(`/containers/${id}`, { query: { force: 1, v: 1 } });
  }
}
