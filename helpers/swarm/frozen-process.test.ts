import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { runCommand } from '../run/command';
import { poll } from '../verdict/poll';
import { freeze, processesWith } from './frozen-process';

/** This machine as a host. */
const here = {
  name: 'here',
  run: ([file = '', ...args]: readonly string[]) => runCommand(file, args, { limitMs: 10_000 }),
};
const WORD = `--mark=${process.pid}.a`;
let child: ChildProcess;

beforeEach(async () => {
  // Idle, with words of its own in its command line.
  child = spawn(
    process.execPath,
    ['-e', 'process.stdout.write("up"); setInterval(() => {}, 60000)', '--', WORD, 'manage'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  await once(child.stdout as NodeJS.ReadableStream, 'data');
});
afterEach(async () => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
});

/** `S` asleep, `T` standing still: proc(5). */
async function stateOf(pid: number | undefined): Promise<string | undefined> {
  return (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]?.[0];
}

test('a process is found by whole words of its command line', async () => {
  const pattern = WORD.replace('.', '\\.');
  expect(await processesWith(here, ['manage', `(--mark=)?${pattern}`])).toEqual([String(child.pid)]);
  expect(await processesWith(here, ['manage', pattern.slice(0, -1)])).toEqual([]);
  expect(await processesWith(here, ['other', pattern])).toEqual([]);
});

test('a host that cannot be looked at is no host without such processes', async () => {
  const failing = { ...here, run: async () => ({ exitCode: 1, stdout: '', stderr: 'no shell' }) };
  await expect(processesWith(failing, ['manage'])).rejects.toThrow('here cannot be looked at: no shell');
});

test('a process stands still until it is woken, which may be done twice, and nothing waits any more', async () => {
  // The look has its own words in its command line; it must not find itself.
  const waiting = () => processesWith(here, ['sleep', '360[7]']);
  const wake = await freeze(here, [String(child.pid)], 3607);
  expect(await stateOf(child.pid)).toBe('T');
  expect(await waiting()).toHaveLength(1);
  await wake();
  await wake();
  expect(await stateOf(child.pid)).toMatch(/[SR]/);
  expect(await waiting()).toEqual([]);
});

test('the host wakes it by itself when the time is over', async () => {
  await freeze(here, [String(child.pid)], 1);
  expect(await stateOf(child.pid)).toBe('T');
  const { signal } = new AbortController();
  const { accepted } = await poll(
    () => stateOf(child.pid),
    (state) => state !== 'T',
    10_000,
    signal,
  );
  expect(accepted).toBe(true);
});

test('a process that is gone is said not to freeze', async () => {
  child.kill('SIGKILL');
  await once(child, 'exit');
  await expect(freeze(here, [String(child.pid)], 60)).rejects.toThrow(/^here does not freeze/);
});
