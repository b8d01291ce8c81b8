/**
 * Whether the engine that answers is the one that systemd runs as docker.service. A host may have that service and another
 * engine beside it, started by hand or by a test: of that one the service says nothing.
 */
import { readdir, readlink, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { errnoOf } from '../probe/errno';
import { runCommand } from '../run/command';
import { exists } from './exists';
import type { Capability, HostProof } from './facts';

const UNIT = 'docker.service';

/** Where a host tells of itself; tests have others. */
export interface HostPlaces {
  /** There where the host was started by systemd: sd_booted(3). */
  readonly booted: string;
  readonly processes: string;
}

const HOST: HostPlaces = { booted: '/run/systemd/system', processes: '/proc' };

/**
 * Usable where the engine's root directory is the one in which the service's process holds files open. An engine locks its
 * root directory for itself: Docker keeps the databases of its networks and volumes open from its start on.
 *
 * @param rootDir the engine's root directory, as the engine says
 */
export async function probeSystemd(host: HostProof, rootDir: string, places = HOST): Promise<Capability> {
  if (!host.local) return { usable: false, reason: host.reason };
  if (!(await exists(places.booted))) return { usable: false, reason: 'the host does not run systemd' };
  const unit = await unitState();
  if (unit.LoadState !== 'loaded') return { usable: false, reason: `systemd of the host knows no ${UNIT}` };
  const pid = Number(unit.MainPID);
  if (!Number.isInteger(pid) || pid <= 0) {
    return { usable: false, reason: `${UNIT} does not run: the engine that answers is another` };
  }
  try {
    return (await holdsFilesIn(rootDir, join(places.processes, String(pid), 'fd')))
      ? { usable: true, path: 'systemctl' }
      : { usable: false, reason: `${UNIT} is another engine than the one that answers` };
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return { usable: false, reason: `this user cannot see whether the engine is ${UNIT} (run as root)` };
  }
}

/** `LoadState` and `MainPID` of the unit; the second is 0 where it does not run. */
async function unitState(): Promise<Record<string, string>> {
  const properties = ['LoadState', 'MainPID'].flatMap((name) => ['--property', name]);
  const { stdout } = await runCommand('systemctl', ['show', ...properties, UNIT]);
  return Object.fromEntries(stdout.split('\n').map((line) => line.trim().split('=', 2)));
}

/** Whether one of the open files of a process is below the directory. */
async function holdsFilesIn(directory: string, descriptors: string): Promise<boolean> {
  const root = await resolved(directory);
  if (!root.startsWith('/')) return false;
  const targets = await Promise.all((await readdir(descriptors)).map((each) => targetOf(join(descriptors, each))));
  return targets.some((target) => target?.startsWith(`${root}/`));
}

/** The kernel names open files by their real paths. */
async function resolved(directory: string): Promise<string> {
  try {
    return await realpath(directory);
  } catch (error) {
    if (errnoOf(error) !== undefined) return directory;
    throw error;
  }
}

/** What a descriptor is open on; undefined where it was closed meanwhile. */
async function targetOf(descriptor: string): Promise<string | undefined> {
  try {
    return await readlink(descriptor);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}
