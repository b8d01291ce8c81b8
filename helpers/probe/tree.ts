/** The files of the probe image, as data, apart from the busybox that it runs. */
import { APPLETS } from './applets';
import { IDLE, SERVE } from './scripts';

interface Place {
  /** Path from the root, without a leading slash. */
  readonly path: string;
  /** Permission bits. */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
}

export type TreeEntry =
  | (Place & { readonly type: 'directory' })
  | (Place & { readonly type: 'file'; readonly content: string })
  | (Place & { readonly type: 'symlink'; readonly target: string });

function directory(path: string, mode = 0o755, uid = 0, gid = uid): TreeEntry {
  return { type: 'directory', path, mode, uid, gid };
}

function file(path: string, content: string, mode = 0o644, uid = 0, gid = uid): TreeEntry {
  return { type: 'file', path, content, mode, uid, gid };
}

function symlink(path: string, target: string): TreeEntry {
  return { type: 'symlink', path, target, mode: 0o777, uid: 0, gid: 0 };
}

/** The user and group that is not root: name, uid and gid. */
export const PROBE_USER = { name: 'probe', uid: 1000, gid: 1000 } as const;

/** Where PROBE_DATA is in the image: a volume that is mounted there gets a copy of it. */
export const PROBE_DATA_PATH = '/probe/data';

/** What is below PROBE_DATA_PATH, and `.`, that directory itself; paths from there. */
export const PROBE_DATA: readonly TreeEntry[] = [
  directory('.', 0o755),
  directory('empty', 0o750),
  symlink('link', 'one.txt'),
  file('one.txt', 'one\n'),
  file('owned.txt', 'owned by the probe user\n', 0o640, PROBE_USER.uid),
  file('run', '#!/bin/sh\necho run\n', 0o755),
  directory('sub', 0o755),
  file('sub/two.txt', 'two\n'),
];

const PASSWD = `root:x:0:0:root:/root:/bin/sh
${PROBE_USER.name}:x:${PROBE_USER.uid}:${PROBE_USER.gid}:probe:/tmp:/bin/sh
nobody:x:65534:65534:nobody:/var/empty:/bin/false
`;
const GROUP = `root:x:0:
${PROBE_USER.name}:x:${PROBE_USER.gid}:
nogroup:x:65534:
`;

/** Everything but /bin/busybox, each directory before what is in it. */
export function probeTree(): readonly TreeEntry[] {
  return [
    directory('bin'),
    ...APPLETS.map((applet) => symlink(`bin/${applet}`, 'busybox')),
    directory('dev'),
    directory('etc'),
    file('etc/group', GROUP),
    // The engine puts its own over these three; images have them, empty.
    file('etc/hostname', ''),
    file('etc/hosts', ''),
    file('etc/passwd', PASSWD),
    file('etc/resolv.conf', ''),
    directory('probe'),
    ...PROBE_DATA.map(inData),
    file('probe/idle', IDLE, 0o755),
    file('probe/serve', SERVE, 0o755),
    directory('probe/www'),
    file('probe/www/index.html', '<!doctype html><title>probe</title>\n'),
    // Nothing has to be written when a container starts, which so may be read-only: the engine writes that file.
    symlink('probe/www/name', '/etc/hostname'),
    directory('proc'),
    directory('root', 0o700),
    directory('sys'),
    directory('tmp', 0o1777),
    directory('var'),
    directory('var/empty'),
  ];
}

function inData(entry: TreeEntry): TreeEntry {
  const root = PROBE_DATA_PATH.slice(1);
  return { ...entry, path: entry.path === '.' ? root : `${root}/${entry.path}` };
}
