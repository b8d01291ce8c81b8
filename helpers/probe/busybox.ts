/** The busybox that the probe image is made of: one that is statically linked and has what the claims call. */
import { spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { access, open, realpath, stat } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';
import { quoted } from '../target/quoted';
import { UsageError } from '../usage-error';
import { APPLETS } from './applets';
import { type Architecture, ELF_HEAD_BYTES, readElf } from './elf';
import { errnoOf } from './errno';

export interface Busybox {
  readonly path: string;
  /** As engines name it: `amd64`. */
  readonly architecture: Architecture;
}

/** Where a search looks; for tests. */
export interface BusyboxSearch {
  /** Directories, in order; relative ones are passed over. */
  readonly directories?: readonly string[];
}

/** Debian's static busybox has 2 MB; a file far larger is something else and is not read. */
export const MOST_BUSYBOX_BYTES = 32 * 1024 * 1024;

const NAMES = ['busybox', 'busybox.static', 'busybox-static'];
const DIRECTORIES = ['/bin', '/usr/bin', '/sbin', '/usr/sbin', '/usr/local/bin', '/usr/lib/busybox', '/lib/busybox'];
const LIST_LIMIT_MS = 5000;
const MOST_LISTED = 64 * 1024;

/** Node's name of this machine's architecture to the engines'. */
const HERE: Readonly<Record<string, Architecture>> = {
  x64: 'amd64',
  arm64: 'arm64',
  arm: 'arm',
  ia32: '386',
  ppc64: 'ppc64le',
  s390x: 's390x',
  riscv64: 'riscv64',
};

/**
 * A statically linked busybox: the one at `explicit`, else the first that is good on PATH or where systems keep it. One
 * of another architecture than this machine's is taken as it is, since its applets cannot be listed here.
 *
 * @throws UsageError where it is not one, or none is found, with the mend
 */
export async function findBusybox(explicit?: string, search: BusyboxSearch = {}): Promise<Busybox> {
  if (explicit !== undefined) {
    const judged = await judge(explicit);
    if (typeof judged !== 'string') return judged;
    throw new UsageError(
      `the busybox ${quoted(explicit)} cannot be the probe: ${judged}`,
      'give --probe-image a statically linked busybox for Linux; Debian-like systems have it in busybox-static',
    );
  }
  const refused: string[] = [];
  for (const path of await candidates(search.directories ?? [...pathDirectories(), ...DIRECTORIES])) {
    const judged = await judge(path);
    if (typeof judged !== 'string') return judged;
    refused.push(`${quoted(path)} is ${judged}`);
  }
  const why = refused.length === 0 ? '' : ` (${refused.slice(0, 3).join('; ')})`;
  throw new UsageError(
    `no statically linked busybox is on this machine to make the probe image of${why}`,
    await mend(),
  );
}

/** The busybox, or the reason why it is none, as what follows "it is". */
async function judge(path: string): Promise<Busybox | string> {
  const read = await readHead(path);
  if (typeof read === 'string') return read;
  const elf = readElf(read);
  if (!elf.ok) return elf.reason;
  if (!elf.static) return 'dynamically linked';
  if (HERE[process.arch] === elf.architecture) {
    const missing = await missingApplets(path);
    if (missing !== null) return missing;
  }
  return { path, architecture: elf.architecture };
}

async function readHead(path: string): Promise<Buffer | string> {
  try {
    // Asked before it is opened: to open a device may have an effect.
    const kind = await stat(path);
    if (!kind.isFile()) return kind.isDirectory() ? 'a directory' : 'not a regular file';
    if (kind.size > MOST_BUSYBOX_BYTES) return `larger than ${MOST_BUSYBOX_BYTES} bytes`;
    const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(ELF_HEAD_BYTES), 0, ELF_HEAD_BYTES, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    return unreadable(error);
  }
}

function unreadable(error: unknown): string {
  const code = errnoOf(error);
  if (code === undefined) throw error;
  return code === 'ENOENT' || code === 'ENOTDIR' ? 'not there' : `not readable (${code})`;
}

/** Null where every applet is there, else the reason. */
async function missingApplets(path: string): Promise<string | null> {
  const listed = await listApplets(path);
  if (listed === null) return 'not a busybox that runs here: it does not list its applets';
  const present = new Set(listed.split('\n').map((line) => line.trim()));
  const missing = APPLETS.filter((applet) => !present.has(applet));
  return missing.length === 0 ? null : `without the applets ${missing.slice(0, 10).join(', ')}`;
}

/** What `busybox --list` prints, or null where it fails, takes too long or prints too much. */
function listApplets(path: string): Promise<string | null> {
  return new Promise((resolve) => {
    // It takes its name for an applet's unless that begins with "busybox", and the file may have any name.
    const child = spawn(path, ['--list'], {
      argv0: 'busybox',
      env: {},
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const limit = setTimeout(() => child.kill('SIGKILL'), LIST_LIMIT_MS);
    const end = (listed: string | null): void => {
      clearTimeout(limit);
      resolve(listed);
    };
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      if (text.length > MOST_LISTED) child.kill('SIGKILL');
    });
    child.on('error', () => end(null));
    child.on('close', (status) => end(status === 0 ? text : null));
  });
}

function pathDirectories(): string[] {
  return (process.env.PATH ?? '').split(delimiter);
}

/** Files of the names in the directories, each once however many ways lead to it. */
async function candidates(directories: readonly string[]): Promise<string[]> {
  const found = new Map<string, string>();
  for (const directory of directories.filter(isAbsolute)) {
    for (const name of NAMES) {
      const path = join(directory, name);
      try {
        const real = await realpath(path);
        if (!found.has(real)) found.set(real, path);
      } catch (error) {
        if (errnoOf(error) === undefined) throw error;
      }
    }
  }
  return [...found.values()];
}

async function mend(): Promise<string> {
  try {
    await access('/etc/debian_version');
    return 'apt-get install busybox-static, or give one with --probe-image FILE';
  } catch {
    return 'give one with --probe-image FILE';
  }
}
