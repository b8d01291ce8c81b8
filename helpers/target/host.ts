/**
 * The proof that this machine is the engine's host: same boot, same network namespace, same files. An engine in a container
 * or a virtual machine, or behind a forwarded socket, fails it. A container on the host's network tells the first two; that
 * the engine's file of the container can be read here, with the container's own name in it, is the third.
 */
import { readFile, readlink } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import type { ContainerRef, Maker } from '../claims/maker';
import type { Engine } from '../engine/engine';
import { errnoOf } from '../probe/errno';
import { UsageError } from '../usage-error';
import { readBoundedFileIfAny } from './bounded-file';
import { exists } from './exists';
import type { HostProof } from './facts';
import { KERNEL_LOOK, type KernelParts, parseKernelLook } from './kernel-parts';

/** What a container on the host's network sees. */
export interface HostView {
  readonly bootId: string;
  /** As `net:[4026531840]`. */
  readonly networkNamespace: string;
  /** Subnets and addresses in use there, as `10.0.0.0/8`. */
  readonly ranges: readonly string[];
  readonly kernelParts: KernelParts;
  readonly container: ContainerRef;
}

const LOOK = [
  'cat /proc/sys/kernel/random/boot_id',
  'readlink /proc/self/ns/net',
  "ip -4 -o addr | awk '{print $4}'",
  'ip -4 route | cut -d" " -f1',
  KERNEL_LOOK,
].join('\n');

/** Runs one container on the host's network and reads what it sees. */
export async function viewHost(engine: Engine, make: Maker): Promise<HostView> {
  const container = await make.container({ network: 'host', process: ['sh', '-c', LOOK] });
  await engine.wait(container);
  const { stdout } = await engine.logs(container);
  const [bootId = '', networkNamespace = '', ...ranges] = stdout.trim().split('\n');
  return {
    ...{ bootId, networkNamespace, container },
    ranges: ranges.filter((line) => /^\d/.test(line)),
    kernelParts: parseKernelLook(stdout),
  };
}

/** Holds what the container saw against this machine. */
export async function proveHost(view: HostView, engine: Engine): Promise<HostProof> {
  const bootId = (await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim();
  if (view.bootId !== bootId) return elsewhere('another machine: its kernel has another boot id');
  if (view.networkNamespace !== (await readlink('/proc/self/ns/net'))) {
    return elsewhere('in another network namespace of this machine, as in a container');
  }
  const { HostnamePath, Config } = await engine.inspect(view.container);
  if (typeof HostnamePath !== 'string' || HostnamePath === '') {
    return elsewhere('unknown: it names no file of its own');
  }
  try {
    // The engine chooses the path: it may name a device without end, or a pipe that nobody writes to.
    const content = readBoundedFileIfAny(HostnamePath, 'the host name at')?.toString('utf8').trim();
    return content !== undefined && content === Config?.Hostname ? { local: true } : elsewhere('one with other files');
  } catch (error) {
    return elsewhere(
      error instanceof UsageError && errnoOf(error.cause) === 'EACCES'
        ? 'perhaps this machine, but this user cannot read its files (run as root)'
        : 'one with other files',
    );
  }
}

/** Whether a command is on the PATH. */
export async function onPath(command: string): Promise<boolean> {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const found = await Promise.all(folders.map((folder) => exists(join(folder, command))));
  return found.includes(true);
}

function elsewhere(what: string): HostProof {
  return { local: false, reason: `the engine's host is ${what}` };
}
