/** What is below a directory, as the probe sees it: to compare a volume with the image's own PROBE_DATA. */
import { createHash } from 'node:crypto';
import { PROBE_DATA, type TreeEntry } from './tree';

export interface FileFact {
  /** Path from the directory, which is itself `.`. */
  readonly path: string;
  readonly type: 'directory' | 'file' | 'symlink' | 'other';
  /** Permission bits; of a link always 0777. */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** Of a file: SHA-256 in hexadecimal. */
  readonly sha256?: string;
  /** Of a link: where it points to. */
  readonly target?: string;
}

const LIST = `cd "$1" && find . | sort | while IFS= read -r path; do
  echo "stat $(stat -c '%f %u %g' "$path") $path"
  if [ -L "$path" ]; then echo "target $(readlink "$path")"
  elif [ -f "$path" ]; then echo "sha256 $(sha256sum "$path")"
  fi
done`;

/** The type's digit of st_mode, which stat(2) lists in octal as 004, 010 and 012. */
const TYPES: Readonly<Record<number, FileFact['type']>> = { 4: 'directory', 8: 'file', 10: 'symlink' };

/** Lists a directory with all that is below it: type, mode, owner, content. */
export function listFiles(directory: string): string[] {
  return ['sh', '-c', LIST, 'list', directory];
}

/** Reads the output of listFiles, sorted by path. */
export function parseFiles(text: string): FileFact[] {
  const found: FileFact[] = [];
  for (const line of text.split('\n')) {
    const stat = /^stat ([0-9a-f]{1,8}) (\d{1,10}) (\d{1,10}) (?:\.\/)?(.+)$/.exec(line);
    const last = found.at(-1);
    if (stat?.[1] !== undefined && stat[4] !== undefined) {
      const raw = Number.parseInt(stat[1], 16);
      const type = TYPES[raw >> 12] ?? 'other';
      found.push({ path: stat[4], type, mode: raw & 0o7777, uid: Number(stat[2]), gid: Number(stat[3]) });
    } else if (last !== undefined && line.startsWith('target ')) {
      found[found.length - 1] = { ...last, target: line.slice(7) };
    } else if (last !== undefined && /^sha256 [0-9a-f]{64} /.test(line)) {
      found[found.length - 1] = { ...last, sha256: line.slice(7, 71) };
    }
  }
  return found.sort(byPath);
}

/** What listFiles shows where PROBE_DATA was copied, sorted by path. */
export function probeDataFacts(): FileFact[] {
  return PROBE_DATA.map(fact).sort(byPath);
}

function fact(entry: TreeEntry): FileFact {
  const { path, type, mode, uid, gid } = entry;
  if (entry.type === 'symlink') return { path, type, mode, uid, gid, target: entry.target };
  if (entry.type === 'directory') return { path, type, mode, uid, gid };
  return { path, type, mode, uid, gid, sha256: createHash('sha256').update(entry.content).digest('hex') };
}

function byPath(a: FileFact, b: FileFact): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
