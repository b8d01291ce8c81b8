import { toldOf } from './told-of';

test('a docker daemon is told by flags, Podman by a file', () => {
  expect(toldOf('docker', ['a:1', 'b:2'])).toEqual({ flags: ['--insecure-registry=a:1', '--insecure-registry=b:2'] });
  const { files, flags } = toldOf('podman', ['a:1', 'b:2']);
  expect(flags).toBeUndefined();
  expect(Object.values(files ?? {})).toEqual([
    '[[registry]]\nlocation = "a:1"\ninsecure = true\n\n[[registry]]\nlocation = "b:2"\ninsecure = true\n',
  ]);
});
