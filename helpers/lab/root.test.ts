import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { programsOfTests } from '../fixtures/programs';
import { withOwnTmpdir } from '../fixtures/temporary-folder';
import { assertDebootstrap, makeRoot, removeRoot } from './root';

const source = { options: [], proxies: {} };
const { install: program } = programsOfTests();
const roots = withOwnTmpdir();

/** What is confined runs as it is here: only root may make namespaces. */
const UNCONFINED = 'while [ "$1" != -- ]; do shift; done; shift; exec "$@"';

beforeEach(() => {
  program('setpriv', UNCONFINED);
  program('unshare', UNCONFINED);
});
afterEach(() => {
  jest.restoreAllMocks();
});

describe('a root', () => {
  test('is what debootstrap makes, in a directory that was written down before', async () => {
    program('debootstrap', 'echo "$@" > "$3/arguments"; echo hello > "$3/hello"');
    const written = jest.fn();
    const directory = await makeRoot('bookworm', source, written, new AbortController().signal);
    expect(written).toHaveBeenCalledWith(directory);
    expect(directory.startsWith(join(roots(), 'ec-'))).toBe(true);
    expect(existsSync(join(directory, 'hello'))).toBe(true);
    await removeRoot(directory);
    expect(readdirSync(roots())).toEqual([]);
  });

  test('that debootstrap cannot make leaves nothing, and tells why', async () => {
    program('debootstrap', 'echo "I: Retrieving"; echo "E: Release signed by unknown key" >&2; exit 1');
    const making = makeRoot('forky', source, () => {}, new AbortController().signal);
    await expect(making).rejects.toMatchObject({
      name: 'UsageError',
      message: 'debootstrap could not make a root of Debian forky: E: Release signed by unknown key',
      mend: expect.stringContaining('debian-archive-keyring'),
    });
    expect(readdirSync(roots())).toEqual([]);
  });

  test('that is broken off leaves nothing, also of what debootstrap was about to write', async () => {
    const controller = new AbortController();
    program('debootstrap', 'while :; do mkdir -p "$3/d"; echo x > "$3/d/$$"; done');
    const making = makeRoot('bookworm', source, () => setTimeout(() => controller.abort(), 300), controller.signal);
    await expect(making).rejects.toMatchObject({ name: 'AbortError' });
    expect(readdirSync(roots())).toEqual([]);
  });
});

describe('where roots cannot be made', () => {
  test('another than root is told to be it', async () => {
    jest.spyOn(process, 'getuid').mockReturnValue(1000);
    await expect(assertDebootstrap('docker@26.1.5', false, () => {})).rejects.toMatchObject({
      message: 'docker@26.1.5 is not built yet, and only root can build it',
      mend: expect.stringMatching(/^run as root/),
    });
  });
});
