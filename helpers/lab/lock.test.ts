import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { withLock } from './lock';

let over: AbortController;
let signal: AbortSignal;
beforeEach(() => {
  over = new AbortController();
  signal = over.signal;
});
// Who waits for what never comes must not outlive its test.
afterEach(() => over.abort());

const name = () => `test ${process.pid} ${Math.random()}`;

/** Something to wait for, and its end. */
function gate(): { opened: Promise<void>; open: () => void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

test('the second of a name begins when the first has ended, and is told that it waits', async () => {
  const [lock, { opened, open }] = [name(), gate()];
  const order: string[] = [];
  const first = withLock(
    lock,
    () => order.push('first waits'),
    signal,
    async () => {
      order.push('first begins');
      await opened;
      order.push('first ends');
    },
  );
  const second = withLock(
    lock,
    () => {
      order.push('second waits');
      open();
    },
    signal,
    async () => order.push('second begins'),
  );
  await Promise.all([first, second]);
  expect(order).toEqual(['first begins', 'second waits', 'first ends', 'second begins']);
});

test('sections of other names do not wait', async () => {
  const { opened, open } = gate();
  const first = withLock(
    name(),
    () => {},
    signal,
    () => opened,
  );
  await withLock(
    name(),
    () => {},
    signal,
    async () => open(),
  );
  await first;
});

test('a section that throws frees its name', async () => {
  const lock = name();
  const broken = withLock(
    lock,
    () => {},
    signal,
    async () => {
      throw new Error('broken');
    },
  );
  await expect(broken).rejects.toThrow('broken');
  const waits = jest.fn();
  await withLock(lock, waits, signal, async () => {});
  expect(waits).not.toHaveBeenCalled();
});

test('who waits can be broken off', async () => {
  const [lock, { opened, open }] = [name(), gate()];
  const controller = new AbortController();
  const first = withLock(
    lock,
    () => {},
    signal,
    () => opened,
  );
  const second = withLock(
    lock,
    () => controller.abort(),
    controller.signal,
    async () => 'run',
  );
  await expect(second).rejects.toMatchObject({ name: 'AbortError' });
  open();
  await first;
});

test('a process that is killed in a section frees its name', async () => {
  const lock = name();
  const script = `require('node:net').createServer().listen('\\0engine-conformance ${lock}', () => console.log('held'))`;
  const other = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    await once(other.stdout, 'data');
    const section = jest.fn(async () => {});
    const waits = jest.fn(() => void other.kill('SIGKILL'));
    await withLock(lock, waits, signal, section);
    expect(waits).toHaveBeenCalledTimes(1);
    expect(section).toHaveBeenCalledTimes(1);
  } finally {
    other.kill('SIGKILL');
  }
});
