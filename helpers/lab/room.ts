/** Whether there is room on a disk, asked before it is filled. */
import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { UsageError } from '../usage-error';

const MIB = 1024 * 1024;

/** Bytes that a user may still write on the file system of a path. */
export async function freeBytes(path: string): Promise<number> {
  const { bavail, bsize } = await statfs(path);
  return bavail * bsize;
}

/**
 * Makes sure that there is room.
 *
 * @param what what the room is for, as a message goes on
 * @throws UsageError where there is not. A path that cannot be seen from here is taken to have it
 */
export async function assertRoom(path: string, neededMib: number, what: string, free = freeBytes): Promise<void> {
  if (!existsSync(path)) return;
  const freeMib = Math.floor((await free(path)) / MIB);
  if (freeMib >= neededMib) return;
  throw new UsageError(
    `no room for ${what}: ${path} has ${freeMib} MiB free, and ${neededMib} are needed`,
    'free some (engine-conformance lab down --images removes what the lab has built), or set TMPDIR to another disk',
  );
}
