import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { temporaryFolder } from '../fixtures/temporary-folder';
import { runCommand } from '../run/command';
import { hostByCommands } from './by-commands';
import type { EngineHost } from './engine-host';
import { thisMachine } from './this-machine';

/** What is to be done when the claim is over. */
let deferred: (() => Promise<void>)[];
let folder: string;
let number = 0;

const make = {
  name: () => {
    number += 1;
    return `ec-test-${process.pid}-${number}`;
  },
  defer: (action: () => Promise<void>) => void deferred.push(action),
  directory: async () => {
    const path = join(folder, 'made');
    mkdirSync(path);
    return path;
  },
};

const WAYS: readonly [string, () => EngineHost][] = [
  ['this machine', () => thisMachine({ run: runCommand, make })],
  [
    'a host that commands reach',
    () =>
      hostByCommands({
        run: ([file = '', ...args], options) => runCommand(file, args, options),
        make,
        signal: new AbortController().signal,
      }),
  ],
];

beforeEach(() => {
  deferred = [];
  folder = temporaryFolder();
});
afterEach(async () => {
  for (const action of deferred) await action();
});

describe.each(WAYS)('%s', (_what, open) => {
  test('runs a command, whose exit status is a result', async () => {
    expect(await open().run(['sh', '-c', 'echo said; exit 3'])).toMatchObject({ exitCode: 3, stdout: 'said\n' });
  });

  test('has a directory for everybody, whose files are written, read, listed and removed', async () => {
    const host = open();
    const directory = await host.directory();
    expect(statSync(directory).mode & 0o777).toBe(0o777);
    const file = join(directory, 'a file');
    await host.write(file, "it's $HOME\n");
    expect(readFileSync(file, 'utf8')).toBe("it's $HOME\n");
    expect(statSync(file).mode & 0o777).toBe(0o644);
    expect(await host.read(file)).toBe("it's $HOME\n");
    expect(await host.list(directory)).toEqual(['a file']);
    await host.remove(file);
    await host.remove(file);
    expect(await host.list(directory)).toEqual([]);
  });

  test('tells why something is not to be seen by the code of it', async () => {
    const host = open();
    writeFileSync(join(folder, 'file'), '');
    expect(await host.kind(folder)).toBe('a directory');
    expect(await host.kind(join(folder, 'file'))).toBe('no directory');
    expect(await host.kind(join(folder, 'missing'))).toBe('ENOENT');
    expect(await host.kind(join(folder, 'file', 'below'))).toBe('ENOTDIR');
    expect(await host.read(join(folder, 'missing'))).toBe('ENOENT');
    expect(await host.read(folder)).toBe('EISDIR');
    await expect(host.list(join(folder, 'missing'))).rejects.toThrow();
  });

  test('gets a page, or the code of why there is none', async () => {
    const host = open();
    const { port, close } = await served(({ url }, response) => void response.end(`${url} ${'n'.repeat(5_000)}`));
    const page = await host.get('127.0.0.1', port, '/name');
    expect(page).toBe(`/name ${'n'.repeat(4_090)}`);
    close();
    expect(await host.get('127.0.0.1', port, '/name')).toBe('ECONNREFUSED');
  });

  test('waits for a page no longer than 2 s', async () => {
    const { port, close } = await served(() => {});
    const begun = performance.now();
    expect(await open().get('127.0.0.1', port, '/')).toMatch(/^(ETIMEDOUT|ABORT_ERR)$/);
    expect(performance.now() - begun).toBeLessThan(4_000);
    close();
  });

  test('finds a port on which nothing listens', async () => {
    const { close } = await served(() => {}, await open().freePort());
    close();
  });

  test('starts what waits until the claim is over, within what a command makes for it', async () => {
    const pid = await open().waiting(['env', 'MADE=for-it']);
    expect(readFileSync(`/proc/${pid}/environ`, 'utf8')).toContain('MADE=for-it');
    for (const action of deferred) await action();
    for (const action of deferred) await action();
    expect(isRunning(pid)).toBe(false);
  });

  test('says so where what is to wait does not come up', async () => {
    await expect(open().waiting(['false'])).rejects.toThrow(/^false does not come up: /);
  });
});

test('a directory that commands made is gone when the claim is over', async () => {
  const [, [, open]] = WAYS as [(typeof WAYS)[0], (typeof WAYS)[0]];
  const directory = await open().directory();
  writeFileSync(join(directory, 'file'), '');
  for (const action of deferred) await action();
  expect(existsSync(directory)).toBe(false);
});

/** A server on a TCP port of this machine. */
async function served(listener: RequestListener, port = 0): Promise<{ readonly port: number; close(): void }> {
  const server = createServer(listener).listen(port, '127.0.0.1');
  await once(server, 'listening');
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { port: (server.address() as AddressInfo).port, close };
}

/** Neither gone nor waiting for somebody to hear of its end: proc(5). */
function isRunning(pid: string): boolean {
  const { stdout } = spawnSync('cat', [`/proc/${pid}/stat`], { encoding: 'utf8' });
  return stdout !== '' && !stdout.includes(') Z ');
}
