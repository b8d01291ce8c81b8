import fc from 'fast-check';
import {
  isDockerd,
  isEngineProgram,
  isInContainer,
  isRunning,
  ownIdentity,
  type ProcessEntry,
  parseStat,
  processTable,
  signalProcess,
} from './process-table';

const STAT = '21813 (dockerd) S 21810 21813 21813 0 -1 1077936384 7 0 0 0 12 3 0 0 20 0 14 0 280512 2030526464 22';

function entry(argv: string[], cgroup = ''): ProcessEntry {
  return { pid: 2, startTime: '1', zombie: false, argv, cgroup, netNamespace: undefined };
}

test('State and start time are read from the stat of a process.', () => {
  expect(parseStat(STAT)).toEqual({ state: 'S', startTime: '280512' });
});

test('A name with spaces and parentheses does not move the fields.', () => {
  expect(parseStat(STAT.replace('(dockerd)', '(a) R 1 (b)'))).toEqual({ state: 'S', startTime: '280512' });
});

test.each(['', 'x', '1 (x) S 1 2', STAT.replace('280512', 'soon')])('A text that is no stat is none: %j.', (text) => {
  expect(parseStat(text)).toBeNull();
});

test('Any text is read without an exception.', () => {
  fc.assert(fc.property(fc.string(), (text) => void parseStat(text)));
});

test('This process runs, and one of its number that was started at another time does not.', () => {
  const own = ownIdentity();
  expect(isRunning(own)).toBe(true);
  expect(isRunning({ ...own, startTime: '1' })).toBe(false);
  expect(processTable().map(({ pid }) => pid)).toContain(process.pid);
});

test('A signal goes to no process that has taken over the number.', () => {
  expect(() => signalProcess({ ...ownIdentity(), startTime: '1' }, 'SIGKILL')).not.toThrow();
});

test.each([
  [['/usr/sbin/dockerd', '-H', 'unix:///x'], true],
  [['docker', 'daemon'], true],
  [['docker', 'ps'], false],
  [['containerd'], false],
  [[], false],
])('Whether %j is a docker daemon: %s.', (argv, expected) => {
  expect(isDockerd(argv)).toBe(expected);
});

test.each([
  [['/usr/sbin/dockerd', '--host', 'unix:///tmp/e-1/docker.sock'], true],
  [['dockerd', '--host=unix:///tmp/e-1/docker.sock'], true],
  [['/usr/bin/containerd-shim-runc-v2', '-id', 'x', '-address', '/tmp/e-1/exec/containerd/containerd.sock'], true],
  [['containerd', '--config', '/tmp/e-1/exec/containerd/containerd.toml'], true],
  [['containerd', '--config', '/tmp/e-11/exec/containerd/containerd.toml'], false],
  [['tail', '-f', '/tmp/e-1/dockerd.log'], false],
  [[], false],
])('Whether %j is a program of the engine in /tmp/e-1: %s.', (argv, expected) => {
  expect(isEngineProgram(entry(argv), '/tmp/e-1')).toBe(expected);
});

test('A process is in a container by its control group, of either version.', () => {
  const id = 'ab'.repeat(32);
  expect(isInContainer(entry(['sleep'], `5:cpu:/docker/${id}\n`), [id])).toBe(true);
  expect(isInContainer(entry(['sleep'], `0::/system.slice/docker-${id}.scope\n`), [id])).toBe(true);
  expect(isInContainer(entry(['sleep'], '0::/user.slice\n'), [id])).toBe(false);
  expect(isInContainer(entry(['sleep'], `0::/docker/${id}\n`), [])).toBe(false);
});
