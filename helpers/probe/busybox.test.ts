import { mkdir, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../fixtures/temporary-folder';
import { UsageError } from '../usage-error';
import { findBusybox, MOST_BUSYBOX_BYTES } from './busybox';
import { elf } from './fixtures/elf';

/** A machine that this one is not: what is for it cannot be run here, and its applets are not asked for. */
const foreign = process.arch === 's390x' ? { machine: 183 } : { machine: 22, order: 'big' as const };
const foreignName = process.arch === 's390x' ? 'arm64' : 's390x';

let directory: string;

beforeEach(() => {
  directory = temporaryFolder();
});

async function put(name: string, content: Buffer | string): Promise<string> {
  const path = join(directory, name);
  await writeFile(path, content, { mode: 0o755 });
  return path;
}

async function refusal(finding: Promise<unknown>): Promise<UsageError> {
  const thrown = await finding.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (thrown instanceof UsageError) return thrown;
  throw new Error('it was not refused with a UsageError', { cause: thrown });
}

test('A static busybox of another architecture is taken as given.', async () => {
  const path = await put('any-name', elf(foreign));
  await expect(findBusybox(path)).resolves.toEqual({ path, architecture: foreignName });
});

test('A dynamically linked one that is given is refused, with the mend.', async () => {
  const error = await refusal(findBusybox(await put('busybox', elf({ ...foreign, headers: [3, 1] }))));
  expect(error.message).toMatch(/cannot be the probe: dynamically linked/);
  expect(error.mend).toMatch(/busybox-static/);
});

test('A file that is given and not there, a directory, a device and text are refused, each on one line.', async () => {
  const paths = [join(directory, 'none'), directory, '/dev/zero', await put('text\n', 'hello'), `${directory}/text/x`];
  const messages = await Promise.all(paths.map(async (path) => (await refusal(findBusybox(path))).message));
  expect(messages.map((message) => message.replace(/^.*probe: /, ''))).toEqual([
    'not there',
    'a directory',
    'not a regular file',
    'not an ELF executable',
    'not there',
  ]);
  expect(messages.join('')).not.toContain('\n');
});

test('A file larger than any busybox is refused unread.', async () => {
  const path = await put('busybox', elf(foreign));
  await truncate(path, MOST_BUSYBOX_BYTES + 1);
  expect((await refusal(findBusybox(path))).message).toMatch(/larger than/);
});

test('An executable for this machine that is no busybox is refused.', async () => {
  expect((await refusal(findBusybox(process.execPath))).message).toMatch(
    /larger than|dynamically linked|does not list its applets/,
  );
});

test('A search passes over what is no static busybox and takes the next.', async () => {
  await mkdir(join(directory, 'first'));
  await mkdir(join(directory, 'second', 'busybox'), { recursive: true });
  await put('first/busybox', elf({ ...foreign, headers: [3, 1] }));
  const good = await put('first/busybox.static', elf(foreign));
  const directories = ['.', '', join(directory, 'second'), join(directory, 'first')];
  await expect(findBusybox(undefined, { directories })).resolves.toMatchObject({ path: good });
});

test('A search that finds none says what it refused, each file once.', async () => {
  const path = await put('busybox', elf({ ...foreign, headers: [3, 1] }));
  await symlink('busybox', join(directory, 'busybox-static'));
  const error = await refusal(findBusybox(undefined, { directories: [directory, directory] }));
  expect(error.message).toMatch(/no statically linked busybox is on this machine/);
  expect(error.message.split(path)).toHaveLength(2);
  expect(error.mend).toMatch(/--probe-image FILE/);
});

test('A search where nothing is says so.', async () => {
  const error = await refusal(findBusybox(undefined, { directories: [join(directory, 'none')] }));
  expect(error.message).not.toContain('(');
});
