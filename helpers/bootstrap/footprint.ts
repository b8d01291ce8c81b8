/** What an engine leaves outside its own directories: files, kernel settings, control groups. */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { errnoOf } from '../probe/errno';
import { engineGroups, removeEmpty, removeGroup } from './control-groups';

/** Kernel settings that dockerd changes. */
const SETTINGS = [
  '/proc/sys/net/ipv4/ip_forward',
  '/proc/sys/net/ipv6/conf/all/forwarding',
  '/proc/sys/net/ipv6/conf/default/forwarding',
  '/proc/sys/net/bridge/bridge-nf-call-iptables',
  '/proc/sys/net/bridge/bridge-nf-call-ip6tables',
  '/proc/sys/kernel/keys/root_maxkeys',
  '/proc/sys/kernel/keys/root_maxbytes',
];

/** Directories that dockerd and containerd make in fixed places, each before what is in it. */
const DIRECTORIES = [
  '/run/docker',
  '/run/docker/plugins',
  '/run/containerd',
  '/run/containerd/s',
  '/etc/docker',
  '/opt/containerd',
  '/opt/containerd/bin',
  '/opt/containerd/lib',
];

/** Where containerd's shims have their sockets, whatever directories an engine is given. */
const SHIM_SOCKETS = '/run/containerd/s';
/** dockerd's own identity, up to 20.10. */
const KEY = '/etc/docker/key.json';

export interface Footprint {
  readonly settings: Readonly<Record<string, string>>;
  /** Those of the fixed places, and of the control groups, that were there. */
  readonly paths: readonly string[];
  readonly sockets: readonly string[];
}

/** What is there now. */
export function footprint(): Footprint {
  const settings: Record<string, string> = {};
  for (const path of SETTINGS) if (existsSync(path)) settings[path] = readFileSync(path, 'utf8').trim();
  const paths = [...DIRECTORIES, KEY, ...engineGroups()].filter((path) => existsSync(path));
  return { settings, paths, sockets: names(SHIM_SOCKETS) };
}

/**
 * Gives settings back their values and removes what was not there before: empty directories, the key, sockets that
 * nobody listens on, control groups of the given containers.
 *
 * @param shared another daemon uses the settings and fixed places: then they stay
 * @returns what could not be removed, one line each
 */
export async function restoreFootprint(
  before: Footprint,
  containerIds: readonly string[],
  shared: boolean,
): Promise<string[]> {
  const left: string[] = [];
  for (const name of names(SHIM_SOCKETS).filter((each) => !before.sockets.includes(each))) {
    const path = join(SHIM_SOCKETS, name);
    if (await isDead(path)) rmSync(path, { force: true });
  }
  for (const group of engineGroups()) {
    for (const id of containerIds) if (!removeGroup(join(group, id))) left.push(`control group ${join(group, id)}`);
  }
  if (shared) return left;
  for (const [path, value] of Object.entries(before.settings)) {
    if (existsSync(path) && readFileSync(path, 'utf8').trim() !== value) writeFileSync(path, value);
  }
  if (!before.paths.includes(KEY)) rmSync(KEY, { force: true });
  for (const path of [...engineGroups(), ...[...DIRECTORIES].reverse()]) {
    if (!before.paths.includes(path)) removeEmpty(path);
  }
  return left;
}

function names(path: string): string[] {
  return existsSync(path) ? readdirSync(path) : [];
}

/** Does nobody listen on a socket any more? */
function isDead(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    const end = (dead: boolean): void => {
      socket.destroy();
      resolve(dead);
    };
    socket.setTimeout(1000, () => end(false));
    socket.on('connect', () => end(false));
    socket.on('error', (error) => end(errnoOf(error) === 'ECONNREFUSED'));
  });
}
