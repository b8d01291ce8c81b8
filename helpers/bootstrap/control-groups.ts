/** Control groups of an engine's containers: thawed so that their processes can end, and removed. */
import { existsSync, readdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { errnoOf } from '../probe/errno';

const ROOT = '/sys/fs/cgroup';

/** The engine's own group in each hierarchy: many in version 1 of control groups, one in version 2. */
export function engineGroups(): string[] {
  const hierarchies = existsSync(join(ROOT, 'cgroup.controllers')) ? [ROOT] : directories(ROOT);
  return hierarchies.map((hierarchy) => join(hierarchy, 'docker'));
}

/** The group of a process in the freezer's hierarchy, from its /proc/PID/cgroup; version 2 has no such line. */
export function freezerGroup(cgroup: string): string | undefined {
  return /^\d+:freezer:(\/.+)$/m.exec(cgroup)?.[1];
}

/**
 * Thaws the processes of a paused container: in version 1 a frozen one does not end, not even by KILL. Where that is not
 * possible they stay, and are reported as left.
 */
export function thaw(cgroup: string): void {
  const group = freezerGroup(cgroup);
  if (group === undefined) return;
  try {
    writeFileSync(join(ROOT, 'freezer', group, 'freezer.state'), 'THAWED');
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
  }
}

/** Removes a group and those in it, innermost first. False where it is still there, since processes are in it. */
export function removeGroup(path: string): boolean {
  for (const child of directories(path)) removeGroup(child);
  removeEmpty(path);
  return !existsSync(path);
}

/** Removes a directory where it is there and empty. */
export function removeEmpty(path: string): void {
  try {
    rmdirSync(path);
  } catch (error) {
    if (!['ENOENT', 'ENOTEMPTY', 'EBUSY', 'ENOTDIR'].includes(errnoOf(error) ?? '')) throw error;
  }
}

function directories(path: string): string[] {
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(path, entry.name));
}
