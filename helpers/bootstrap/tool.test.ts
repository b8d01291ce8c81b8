import { runTool, toolDirectories, toolPath } from './tool';

test("The administrator's directories are looked at also where PATH lacks them, relative ones never.", () => {
  const directories = toolDirectories('/opt/bin:.::bin:/usr/bin');
  expect(directories.slice(0, 2)).toEqual(['/opt/bin', '/usr/bin']);
  expect(directories).toContain('/usr/sbin');
  expect(directories).not.toContain('.');
  expect(new Set(directories).size).toBe(directories.length);
});

test('A program is found by its name, and one that is nowhere is not.', async () => {
  expect(await toolPath('sh')).toMatch(/\/sh$/);
  expect(await toolPath('no-such-program')).toBeUndefined();
});

test('A program gets its input, and its status and output are told.', async () => {
  const end = await runTool('sh', ['-c', 'cat; echo oops >&2; exit 3'], { input: 'hello' });
  expect(end).toEqual({ status: 3, stdout: 'hello', stderr: 'oops\n' });
});

test('A program that does not read its input ends as it likes.', async () => {
  expect(await runTool('true', [], { input: 'x'.repeat(1_000_000) })).toMatchObject({ status: 0 });
});

test('A program that takes too long is killed, with what it started.', async () => {
  expect(await runTool('sh', ['-c', 'sleep 60; true'], { limitMs: 50 })).toMatchObject({ status: null });
});

test('A program that is not there is an error.', async () => {
  await expect(runTool('no-such-program', [])).rejects.toThrow(/cannot be started/);
});
