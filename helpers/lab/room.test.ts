import { assertRoom, freeBytes } from './room';

const MIB = 1024 * 1024;

test('a disk with room is passed, to the last MiB', async () => {
  await expect(assertRoom('/', 700, 'x', async () => 700 * MIB)).resolves.toBeUndefined();
});

test('a disk without is named, with what is free and what is needed', async () => {
  await expect(assertRoom('/', 700, 'a root of Debian', async () => 700 * MIB - 1)).rejects.toMatchObject({
    name: 'UsageError',
    message: 'no room for a root of Debian: / has 699 MiB free, and 700 are needed',
    mend: expect.stringContaining('lab down --images'),
  });
});

test('a path that cannot be seen from here is taken to have room', async () => {
  await expect(assertRoom('/no/such/place', 700, 'x', async () => 0)).resolves.toBeUndefined();
});

test('the free bytes of a file system are counted', async () => {
  expect(await freeBytes('/')).toBeGreaterThan(0);
});
