import { runTool } from '../bootstrap/tool';
import { ENTRYPOINT } from './entrypoint';

test('the entrypoint is a script that a shell of POSIX understands', async () => {
  expect(await runTool('sh', ['-n'], { input: ENTRYPOINT })).toMatchObject({ status: 0, stderr: '' });
});

test('it becomes what it is given, arguments as they are', async () => {
  // As nobody in particular, so that nothing of this machine is remounted.
  const args = ['--reuid=65534', '--regid=65534', '--clear-groups', 'sh', '-s', 'printf', '%s|', 'a b', '$x'];
  const run = process.getuid?.() === 0 ? (['setpriv', args] as const) : (['sh', args.slice(4)] as const);
  const { status, stdout } = await runTool(run[0], run[1], { input: ENTRYPOINT });
  expect({ status, stdout }).toEqual({ status: 0, stdout: 'a b|$x|' });
});
