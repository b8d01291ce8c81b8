import { userInfo } from 'node:os';
import { runCommand } from './command';

const sh = (script: string, ...more: [Parameters<typeof runCommand>[2]?, AbortSignal?]) =>
  runCommand('sh', ['-c', script], ...more);

describe('a command', () => {
  test('gives its output apart and its exit status, which need not be 0', async () => {
    expect(await sh('echo out; echo err >&2; exit 3')).toEqual({ exitCode: 3, stdout: 'out\n', stderr: 'err\n' });
    expect(await sh(':')).toEqual({ exitCode: 0, stdout: '', stderr: '' });
  });

  test('is given its arguments as they are, without a shell', async () => {
    const words = ['$(id)', 'a b', '; exit 1', '*', ''];
    expect((await runCommand('printf', ['%s\n', ...words])).stdout.split('\n')).toEqual([...words, '']);
  });

  test('speaks English, and has the variables that are given to it', async () => {
    expect((await sh('echo $LC_ALL $EXTRA', { env: { EXTRA: 'x' } })).stdout).toBe('C x\n');
  });

  test('runs as the user and group that are given', async () => {
    // Only root can become somebody else.
    const id = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_533 } : { uid: userInfo().uid, gid: userInfo().gid };
    expect((await sh('id -u; id -g', id)).stdout).toBe(`${id.uid}\n${id.gid}\n`);
  });

  test('finds nothing to read, and so does not wait for it', async () => {
    expect(await runCommand('cat', [], { limitMs: 2_000 })).toMatchObject({ exitCode: 0, stdout: '' });
  });

  test('that is not there cannot be started', async () => {
    await expect(runCommand('no-such-command-here', ['x'])).rejects.toMatchObject({
      message: expect.stringMatching(/^no-such-command-here x: .*ENOENT/),
      cause: { code: 'ENOENT' },
    });
  });

  test('that takes too long is killed, and what it left running is not waited for', async () => {
    const begun = performance.now();
    await expect(sh('trap "" TERM; sleep 3 & wait', { limitMs: 50 })).rejects.toThrow(/: took too long$/);
    expect(performance.now() - begun).toBeLessThan(2_000);
  });

  test('that writes without end is stopped, and that is said', async () => {
    await expect(runCommand('yes', [])).rejects.toThrow(/^yes : wrote over 4194304 bytes$/);
  });

  test('that dies of a signal is no result', async () => {
    await expect(sh('kill -TERM $$')).rejects.toThrow(/^sh -c/);
  });

  test('ends when the signal aborts', async () => {
    const controller = new AbortController();
    const begun = performance.now();
    const running = sh('sleep 60', {}, controller.signal);
    setTimeout(() => controller.abort(), 20);
    await expect(running).rejects.toThrow(/aborted/);
    expect(performance.now() - begun).toBeLessThan(2_000);
  });
});
