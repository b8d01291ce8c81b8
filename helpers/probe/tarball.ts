/** The probe image's root as a tar archive: the same bytes for the same busybox, wherever and whenever it is made. */
import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { type Header, type Pack, pack } from 'tar-stream';
import type { Busybox } from './busybox';
import { probeTree, type TreeEntry } from './tree';

/** Fixed, so that the bytes do not depend on the clock. */
const MODIFIED = new Date('2016-06-23T00:00:00Z');

type Entry = Partial<Header> & Pick<Header, 'name'>;

const made = new Map<string, Promise<Buffer>>();

/**
 * The archive for `images/create?fromSrc=-`. Made once in a process for each busybox and kept in memory (2 MB).
 *
 * @throws what reading the busybox throws
 */
export function probeTarball(busybox: Busybox): Promise<Buffer> {
  const kept = made.get(busybox.path);
  if (kept !== undefined) return kept;
  const fresh = readFile(busybox.path).then((binary) => archive(probeTree(), binary));
  made.set(busybox.path, fresh);
  // A failure is not kept: the next call tries again.
  fresh.catch(() => made.delete(busybox.path));
  return fresh;
}

/** The entries as an archive, with `binary` as /bin/busybox after the directory it is in. */
export async function archive(entries: readonly TreeEntry[], binary: Buffer): Promise<Buffer> {
  const packing = pack();
  const whole = buffer(packing);
  for (const entry of entries) {
    await add(packing, entry);
    if (entry.path === 'bin') await write(packing, header('bin/busybox', 0o755, { size: binary.length }), binary);
  }
  packing.finalize();
  return whole;
}

function add(packing: Pack, entry: TreeEntry): Promise<void> {
  const owner = { uid: entry.uid, gid: entry.gid };
  if (entry.type === 'file') {
    const content = Buffer.from(entry.content);
    return write(packing, header(entry.path, entry.mode, { ...owner, size: content.length }), content);
  }
  const link = entry.type === 'symlink' ? { linkname: entry.target } : {};
  return write(packing, header(entry.path, entry.mode, { ...owner, ...link, type: entry.type }));
}

function header(name: string, mode: number, more: Partial<Header>): Entry {
  return { name, mode, uid: 0, gid: 0, mtime: MODIFIED, uname: '', gname: '', type: 'file', ...more };
}

function write(packing: Pack, headers: Entry, content: Buffer = Buffer.alloc(0)): Promise<void> {
  return new Promise((resolve, reject) => {
    packing.entry(headers, content, (error) => (error ? reject(error) : resolve()));
  });
}
