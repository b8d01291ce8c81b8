/** Mounts of this machine. */
import { readFileSync } from 'node:fs';
import { runTool } from './tool';

export interface Mount {
  readonly point: string;
  /** `rw,nosuid,noexec`. */
  readonly options: readonly string[];
}

/** Parses /proc/self/mountinfo; order of mounting. Special characters are octal there (proc(5)). */
export function parseMountInfo(text: string): Mount[] {
  const mounts: Mount[] = [];
  for (const line of text.split('\n')) {
    const [, , , , point, options] = line.split(' ');
    if (point === undefined || options === undefined || !point.startsWith('/')) continue;
    const decoded = point.replace(/\\([0-3][0-7]{2})/g, (_, octal: string) =>
      String.fromCharCode(Number.parseInt(octal, 8)),
    );
    mounts.push({ point: decoded, options: options.split(',') });
  }
  return mounts;
}

/** Mount points at a directory or below it, the last mounted first: the order in which they can be taken away. */
export function mountsBelow(mounts: readonly Mount[], directory: string): string[] {
  return mounts
    .map((mount) => mount.point)
    .filter((point) => point === directory || point.startsWith(`${directory}/`))
    .reverse();
}

/** The options of the mount that a path is on. */
export function mountOptions(mounts: readonly Mount[], path: string): readonly string[] {
  let best: Mount | undefined;
  for (const mount of mounts) {
    const within = mount.point === '/' || path === mount.point || path.startsWith(`${mount.point}/`);
    if (within && mount.point.length >= (best?.point.length ?? 0)) best = mount;
  }
  return best?.options ?? [];
}

export function readMounts(): Mount[] {
  return parseMountInfo(readFileSync('/proc/self/mountinfo', 'utf8'));
}

/**
 * Takes away all mounts below a directory; where one is busy it is taken out of the tree and ends with its last user.
 *
 * @returns mount points that are still there
 */
export async function unmountBelow(directory: string): Promise<string[]> {
  for (const point of mountsBelow(readMounts(), directory)) {
    const { status } = await runTool('umount', [point]);
    if (status !== 0) await runTool('umount', ['-l', point]);
  }
  return mountsBelow(readMounts(), directory);
}
