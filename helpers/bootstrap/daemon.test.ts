import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import fc from 'fast-check';
import { temporaryFolder } from '../fixtures/temporary-folder';
import { answersPing, dockerdArguments, dockerGroup, troubleIn } from './daemon';

test('An engine shares no file and no namespace of containerd with another.', () => {
  const args = dockerdArguments('/tmp/e-1', 'docker', ['--bip=192.0.2.1/24']).join(' ');
  for (const option of [
    '--data-root /tmp/e-1/',
    '--exec-root /tmp/e-1/',
    '--pidfile /tmp/e-1/',
    '--config-file /tmp/e-1/',
  ]) {
    expect(args).toContain(option);
  }
  expect(args).toContain('--host unix:///tmp/e-1/docker.sock');
  expect(args).toContain('--containerd-namespace e-1 ');
  expect(args).toMatch(/--group docker --bip=192\.0\.2\.1\/24$/);
});

test('The group is named only where the system has it.', () => {
  expect(dockerGroup('root:x:0:\ndocker:x:105:\n')).toBe('docker');
  expect(dockerGroup('root:x:0:\nnotdocker:x:1:\n')).toBeUndefined();
  expect(dockerdArguments('/tmp/e-1', undefined)).not.toContain('--group');
});

test.each([
  ['', 'its log is empty'],
  ['level=info msg="starting"\nlevel=info msg="last words"\n', 'last words'],
  [
    'level=error msg="Failed to GetDriver graph" name=x\nlevel=info msg=x\nfailed to start daemon: driver not supported\n',
    'Failed to GetDriver graph; failed to start daemon: driver not supported',
  ],
  ['Status: unknown flag: --nonsense\nSee help\n', 'Status: unknown flag: --nonsense'],
  ['level=fatal msg="a \\"quoted\\" word"\n', 'a "quoted" word'],
])('The reason is found in the log: %#.', (log, reason) => {
  expect(troubleIn(log)).toBe(reason);
});

test('Any log gives a reason on one line.', () => {
  fc.assert(fc.property(fc.string(), (log) => expect(troubleIn(log)).toMatch(/^[^\n]+$/)));
});

describe('Whether an engine answers on a socket', () => {
  let directory: string;
  let server: Server | undefined;

  beforeEach(() => {
    directory = temporaryFolder();
  });

  afterEach(async () => {
    await new Promise((resolve) => (server === undefined ? resolve(undefined) : server.close(resolve)));
    server = undefined;
  });

  async function serve(status: number): Promise<string> {
    const socket = join(directory, 's');
    server = createServer((request, response) => response.writeHead(request.url === '/_ping' ? status : 404).end('OK'));
    await new Promise<void>((resolve) => server?.listen(socket, resolve));
    return socket;
  }

  test('is yes where /_ping answers 200.', async () => {
    expect(await answersPing(await serve(200))).toBe(true);
  });

  test('is no where it answers something else.', async () => {
    expect(await answersPing(await serve(500))).toBe(false);
  });

  test('is no where nothing listens.', async () => {
    expect(await answersPing(join(directory, 'none'))).toBe(false);
  });
});
