import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../fixtures/temporary-folder';
import { GROUP_FUNCTION } from './control-group';

/** A line of mountinfo. */
function mounted(root: string, point: string, type: 'cgroup' | 'cgroup2', options: string, optional = ''): string {
  return `31 28 0:26 ${root} ${point} ro,nosuid,nodev,noexec,relatime ${optional}- ${type} cgroup rw,${options}`;
}

const V1 = ['9:name=systemd:/docker/c0', '4:memory:/docker/c0', '2:cpu,cpuacct:/docker/c0'];

/** What `group CONTROLLER` prints where the kernel says this. */
function groupOf(controller: string, groups: readonly string[], mounts: readonly string[]): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'cgroup'), `${groups.join('\n')}\n`);
  writeFileSync(join(folder, 'mountinfo'), `${['25 1 8:1 / / rw - ext4 /dev/root rw', ...mounts].join('\n')}\n`);
  const script = `${GROUP_FUNCTION.replaceAll('/proc/self', folder)}\ngroup "$1"`;
  return execFileSync('/bin/sh', ['-c', script, 'sh', controller], { encoding: 'utf8' }).trim();
}

test('Of version 1 the tree of the controller begins at the container’s own group.', () => {
  const mounts = [
    mounted('/docker/c0', '/sys/fs/cgroup/systemd', 'cgroup', 'name=systemd'),
    mounted('/docker/c0', '/sys/fs/cgroup/memory', 'cgroup', 'memory', 'master:9 '),
    mounted('/docker/c0', '/sys/fs/cgroup/cpu,cpuacct', 'cgroup', 'cpu,cpuacct', 'master:10 '),
  ];
  expect(groupOf('memory', V1, mounts)).toBe('/sys/fs/cgroup/memory');
  expect(groupOf('cpu', V1, mounts)).toBe('/sys/fs/cgroup/cpu,cpuacct');
});

test('A tree that begins above the group is walked down to it.', () => {
  const groups = ['4:memory:/docker/outer/libpod_parent/libpod-c0'];
  expect(groupOf('memory', groups, [mounted('/docker/outer', '/sys/fs/cgroup/memory', 'cgroup', 'memory')])).toBe(
    '/sys/fs/cgroup/memory/libpod_parent/libpod-c0',
  );
  expect(groupOf('memory', groups, [mounted('/', '/sys/fs/cgroup/memory', 'cgroup', 'memory')])).toBe(
    '/sys/fs/cgroup/memory/docker/outer/libpod_parent/libpod-c0',
  );
});

test('Of version 2 all controllers are in one tree, with a namespace of its own or without.', () => {
  expect(groupOf('memory', ['0::/'], [mounted('/', '/sys/fs/cgroup', 'cgroup2', 'nsdelegate')])).toBe('/sys/fs/cgroup');
  const groups = ['0::/system.slice/docker-c0.scope'];
  expect(groupOf('cpu', groups, [mounted('/', '/sys/fs/cgroup', 'cgroup2', 'nsdelegate')])).toBe(
    '/sys/fs/cgroup/system.slice/docker-c0.scope',
  );
});

test('Where both are mounted the tree of the controller counts, whichever comes first.', () => {
  const mounts = [
    mounted('/', '/sys/fs/cgroup/unified', 'cgroup2', 'nsdelegate'),
    mounted('/docker/c0', '/sys/fs/cgroup/memory', 'cgroup', 'memory'),
  ];
  for (const each of [mounts, mounts.toReversed()]) {
    expect(groupOf('memory', [...V1, '0::/docker/c0'], each)).toBe('/sys/fs/cgroup/memory');
    expect(groupOf('pids', [...V1, '0::/docker/c0'], each)).toBe('/sys/fs/cgroup/unified/docker/c0');
  }
});

test('A controller with a longer name is another one.', () => {
  expect(groupOf('cpu', ['3:cpuset:/c0'], [mounted('/c0', '/sys/fs/cgroup/cpuset', 'cgroup', 'cpuset')])).toBe('');
});

test('Where nothing is mounted there is no group.', () => {
  expect(groupOf('memory', V1, [])).toBe('');
});
