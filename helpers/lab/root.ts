/** The root of a Debian release, made by debootstrap in a temporary directory. */
import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { mountOptions, readMounts } from '../bootstrap/mounts';
import { ensurePackages, missingOf, type Requirement } from '../bootstrap/packages';
import { runTool, toolPath } from '../bootstrap/tool';
import { NAME_PREFIX } from '../run/identity';
import { oneLine } from '../target/quoted';
import { UsageError } from '../usage-error';
import type { AptSource } from './apt-source';
import { assertRoom } from './room';

const DEBOOTSTRAP_LIMIT_MS = 15 * 60_000;
const REACH_LIMIT_MS = 30_000;

/** MiB that a root takes while it is made: 350 as it is at the end, and the packages that it came from. */
const ROOM_MIB = 700;

/** Where debootstrap keeps what it knows of each release. */
const SCRIPTS = '/usr/share/debootstrap/scripts';
const CERTIFICATES = 'etc/ssl/certs/ca-certificates.crt';

/** Ends with this process, however that ends, and takes its mounts and everything that it started along. */
const CONFINED = [
  ...['setpriv', '--pdeathsig', 'KILL', '--'],
  ...['unshare', '--mount', '--pid', '--fork', '--kill-child=KILL', '--mount-proc', '--'],
] as const;

const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';

/** What roots are made with, as `--bootstrap` installs it. */
const REQUIREMENTS: readonly Requirement[] = [
  { package: 'debootstrap', present: async () => (await toolPath('debootstrap')) !== undefined },
  { package: 'debian-archive-keyring', present: async () => existsSync(KEYRING) },
];

/**
 * Makes sure that roots can be made on this machine.
 *
 * @param what is to be built, for messages
 * @param install installs what is missing
 * @throws UsageError where this process is not root, or something is missing
 */
export async function assertDebootstrap(what: string, install: boolean, say: (line: string) => void): Promise<void> {
  if (process.getuid?.() !== 0) {
    throw new UsageError(`${what} is not built yet, and only root can build it`, 'run as root, once for each engine');
  }
  const missing = (await missingOf(REQUIREMENTS)).map((requirement) => requirement.package);
  if (missing.length === 0) return;
  if (install && (await toolPath('apt-get')) !== undefined) return ensurePackages(say, REQUIREMENTS);
  throw new UsageError(
    `${what} is not built yet, and there is no ${missing.join(' and no ')} to build it with`,
    `apt-get install ${missing.join(' ')}; --bootstrap does that too`,
  );
}

/**
 * Makes the root of a release.
 *
 * @param written told the directory before anything is in it, so that it can be found after a kill
 * @returns its directory; whoever asked removes it
 * @throws UsageError where there is no room, the mirror does not answer, or debootstrap fails
 */
export async function makeRoot(
  release: string,
  source: AptSource,
  written: (directory: string) => void,
  signal: AbortSignal,
): Promise<string> {
  const place = placeForRoot();
  await assertRoom(place, ROOM_MIB, `a root of Debian ${release}`);
  const directory = await mkdtemp(join(place, NAME_PREFIX));
  written(directory);
  try {
    await assertMirror(release, source, directory, signal);
    await chmod(directory, 0o755);
    await debootstrap(release, source, directory, signal);
    return directory;
  } catch (error) {
    await removeRoot(directory);
    throw error;
  }
}

/** Removes a root. It has no mounts: they ended with debootstrap. */
export function removeRoot(directory: string): Promise<void> {
  return rm(directory, { recursive: true, force: true });
}

/** The directories in which roots are made, the first that is fit: devices are made in a root, and programs run. */
export function placesForRoots(): string[] {
  return [...new Set([tmpdir(), '/var/tmp'])];
}

function placeForRoot(): string {
  const mounts = readMounts();
  const fit = placesForRoots().find((path) => {
    const options = mountOptions(mounts, path);
    return existsSync(path) && !options.includes('nodev') && !options.includes('noexec');
  });
  if (fit !== undefined) return fit;
  throw new UsageError(
    `no temporary directory is fit for a root of Debian (looked at ${placesForRoots().join(', ')})`,
    'set TMPDIR to a directory on a file system that is not mounted nodev or noexec',
  );
}

/** Asks the mirror for the release as apt would, in bounded time: debootstrap itself would try for hours. */
async function assertMirror(
  release: string,
  { mirror }: AptSource,
  directory: string,
  signal: AbortSignal,
): Promise<void> {
  const helper = '/usr/lib/apt/apt-helper';
  if (mirror === undefined || !existsSync(helper)) return;
  const url = `${mirror}/dists/${release}/InRelease`;
  const options = ['-o', 'Acquire::Retries=1', '-o', 'Acquire::http::Timeout=10', '-o', 'Acquire::https::Timeout=10'];
  const target = join(directory, 'InRelease');
  const args = [...options, 'download-file', url, target];
  const { status, stderr, stdout } = await runTool(helper, args, { limitMs: REACH_LIMIT_MS, signal });
  signal.throwIfAborted();
  await rm(target, { force: true });
  if (status === 0) return;
  const said = /^E: (?:Failed to fetch \S+ +)?(.*)$/m.exec(`${stderr}\n${stdout}`)?.[1] ?? 'no answer in time';
  throw new UsageError(
    `the package mirror does not give us Debian ${release}: ${url}: ${oneLine(said, 200)}`,
    "see whether apt-get update works on this machine: its mirror, proxy and network are the lab's too",
  );
}

async function debootstrap(
  release: string,
  { mirror, proxies }: AptSource,
  directory: string,
  signal: AbortSignal,
): Promise<void> {
  const overTls = mirror?.startsWith('https:') === true;
  const args = [
    '--variant=minbase',
    ...(overTls ? ['--include=ca-certificates'] : []),
    ...[release, directory],
    ...scriptAndMirror(release, mirror),
  ];
  const [file, ...confined] = CONFINED;
  signal.throwIfAborted();
  const end = await runTool(file, [...confined, 'debootstrap', ...args], {
    ...{ env: proxies, limitMs: DEBOOTSTRAP_LIMIT_MS, signal },
  });
  signal.throwIfAborted();
  if (end.status !== 0) {
    const lines = `${end.stdout}\n${end.stderr}`.split('\n').filter((line) => line.trim() !== '');
    const said = lines.filter((line) => line.startsWith('E:'));
    throw new UsageError(
      `debootstrap could not make a root of Debian ${release}: ${oneLine((said.length > 0 ? said : lines.slice(-2)).join(' '), 300)}`,
      'see whether apt-get update works on this machine; newer releases need a newer debian-archive-keyring',
    );
  }
  if (overTls) await giveCertificates(directory);
}

/** Scripts of releases are all the same by now; one that is newer than this debootstrap is made as unstable is. */
function scriptAndMirror(release: string, mirror: string | undefined): string[] {
  if (existsSync(join(SCRIPTS, release))) return mirror === undefined ? [] : [mirror];
  return [mirror ?? '', join(SCRIPTS, 'sid')];
}

/** A mirror inside of a company may be signed by an authority that only this machine's administrator knows. */
async function giveCertificates(directory: string): Promise<void> {
  const own = join('/', CERTIFICATES);
  if (!existsSync(own)) return;
  const target = join(directory, CERTIFICATES);
  await mkdir(dirname(target), { recursive: true });
  await copyFile(own, target);
}
