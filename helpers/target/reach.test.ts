import { enginesOfTests } from '../fixtures/engines-of-tests';
import { ENGINE_FACTS, someTarget } from '../fixtures/facts';
import {
  body,
  bytes,
  dripping,
  empty,
  type HttpAnswers,
  json,
  type Reply,
  reset,
  silent,
} from '../fixtures/http-answers';
import { UsageError } from '../usage-error';
import { reachEngine } from './reach';

/** Five seconds in earnest; a test need not wait so long. */
const mockLimit = { ms: 5_000 };
jest.mock('../engine/limits', () => ({
  ...jest.requireActual<object>('../engine/limits'),
  get REACH_LIMIT_MS() {
    return mockLimit.ms;
  },
}));

const VERSION = {
  Version: '20.10.24+dfsg1',
  ApiVersion: '1.41',
  MinAPIVersion: '1.12',
  Os: 'linux',
  Arch: 'amd64',
  KernelVersion: '6.1.0',
  Components: [{ Name: 'Engine', Version: '20.10.24+dfsg1' }, { Name: 'containerd' }],
};
const INFO = {
  OperatingSystem: 'Debian GNU/Linux 12 (bookworm)',
  KernelVersion: '6.1.0-18-amd64',
  Driver: 'overlay2',
  CgroupDriver: 'systemd',
  CgroupVersion: '2',
  DockerRootDir: '/var/lib/docker',
};

const current = enginesOfTests();
let server: HttpAnswers;
beforeEach(() => {
  server = current().server.on('GET /version', json(VERSION)).on('GET /info', json(INFO));
});
afterEach(() => {
  mockLimit.ms = 5_000;
});

const reach = (asked?: string) =>
  reachEngine(someTarget({ id: 'staging', source: '--target' }), current().client, asked);

const without = (...names: (keyof typeof VERSION)[]) =>
  json(Object.fromEntries(Object.entries(VERSION).filter(([name]) => !names.includes(name as keyof typeof VERSION))));

describe('an engine that is reached', () => {
  test('says what it is', async () => {
    expect(await reach()).toEqual(ENGINE_FACTS);
    expect(server.asked.map(({ url }) => url)).toEqual(['/version', '/v1.23/info']);
  });

  test('of 1.11 says less: no minimum, no components, no cgroup version', async () => {
    server.on(
      'GET /version',
      json({ Version: '1.11.1', ApiVersion: '1.23', Os: 'linux', Arch: 'amd64', KernelVersion: '4.4' }),
    );
    server.on('GET /info', json({ Driver: 'aufs', CgroupDriver: 'cgroupfs' }));
    expect(await reach()).toMatchObject({
      vendor: 'docker',
      version: '1.11.1',
      minApiVersion: '1.12',
      apiVersionAsked: '1.23',
      os: 'linux',
      kernel: '4.4',
      cgroup: 'v1 cgroupfs',
      rootDir: '',
    });
  });

  test.each<[string, unknown, string]>([
    ['Podman Engine', [{ Name: 'Podman Engine' }, { Name: 'Conmon' }], 'podman'],
    ['Docker', [{ Name: 'Engine' }], 'docker'],
    ['nothing', undefined, 'docker'],
    ['null', null, 'docker'],
    ['something else', [{ Name: 'Another' }], 'unknown'],
    ['what is no list', 'Engine', 'docker'],
    ['what are no components', [null, 7, 'Engine', { Name: { a: 1 } }], 'unknown'],
  ])('that lists %s is of a vendor', async (_what, Components, vendor) => {
    server.on('GET /version', json({ ...VERSION, Components }));
    expect((await reach()).vendor).toBe(vendor);
  });

  test.each<[string, string, string | undefined, string]>([
    ['1.12', '1.41', undefined, '1.23'],
    ['1.24', '1.48', undefined, '1.24'],
    ['1.44', '1.52', undefined, '1.44'],
    ['1.12', '1.41', '1.41', '1.41'],
    ['1.12', '1.41', '1.12', '1.12'],
    ['1.12', '1.41', '1.30', '1.30'],
  ])('of API %s to %s that is to be asked at %s is asked at %s', async (MinAPIVersion, ApiVersion, asked, expected) => {
    server.on('GET /version', json({ ...VERSION, MinAPIVersion, ApiVersion }));
    expect((await reach(asked)).apiVersionAsked).toBe(expected);
    expect(server.asked.at(-1)?.url).toBe(`/v${expected}/info`);
  });

  test.each<[string, string, string | undefined]>([
    ['1.24', '1.48', '1.23'],
    ['1.12', '1.41', '1.42'],
    ['1.12', '1.41', '1.5'],
    ['1.12', '1.22', undefined],
  ])('of API %s to %s is not asked at %s', async (MinAPIVersion, ApiVersion, asked) => {
    server.on('GET /version', json({ ...VERSION, MinAPIVersion, ApiVersion }));
    const message = `staging does not speak API ${asked ?? '1.23'}: it accepts ${MinAPIVersion} to ${ApiVersion}`;
    await expect(reach(asked)).rejects.toMatchObject({
      name: 'UsageError',
      message,
      mend: expect.stringMatching(asked === undefined ? /newer engine/ : /--api-version/),
    });
    expect(server.calls()).toEqual(['GET /version']);
  });

  test('is kept to short texts, whatever it says', async () => {
    server.on('GET /version', json({ ...VERSION, Version: 'x'.repeat(100_000), Arch: 7 }));
    const { version, arch } = await reach();
    expect(version).toHaveLength(200);
    expect(arch).toBe('');
  });
});

describe('what is no engine', () => {
  test.each<[string, Reply]>([
    ['a web page', body('<html>hello</html>', 200, 'text/html')],
    ['an error', body('not here\n', 404)],
    ['an engine that broke', json({ message: 'oops' }, 500)],
    ['a redirect', empty(301, { Location: 'http://127.0.0.1:1/version' })],
    ['a JSON text', json('1.41')],
    ['null', json(null)],
    ['a list', json([VERSION])],
    ['another API', json({ version: '2.0' })],
    ['a version without numbers', json({ ...VERSION, ApiVersion: 'latest' })],
    ['a version that is none', json({ ...VERSION, ApiVersion: '1.41; rm -rf /' })],
    ['no API version', without('ApiVersion')],
  ])('is told from one: %s', async (_what, reply) => {
    server.on('GET /version', reply);
    await expect(reach()).rejects.toThrow(UsageError);
    await expect(reach()).rejects.toThrow(/^what answers at staging is no container engine: /);
    expect(server.calls()).not.toContain('GET /info');
  });

  test('of a long answer shows little, on one line', async () => {
    server.on('GET /version', body('line\n'.repeat(100_000)));
    const { message } = (await reach().catch((error: unknown) => error as Error)) as Error;
    expect(message).not.toContain('\n');
    expect(message.length).toBeLessThan(200);
  });
});

describe('an engine that does not answer', () => {
  test.each<[string, Reply]>([
    ['is cut off', reset],
    ['talks another protocol', bytes('220 smtp ready\r\n')],
    ['answers endlessly deep', body('['.repeat(5_000) + ']'.repeat(5_000))],
  ])('is said to be none where it %s', async (_what, reply) => {
    server.on('GET /version', reply);
    await expect(reach()).rejects.toMatchObject({
      name: 'UsageError',
      message: expect.stringMatching(/^no engine answers at staging \(--target\): ./),
      mend: expect.stringMatching(/./),
    });
  });

  test('at the default socket may be started', async () => {
    server.on('GET /version', reset);
    const { client } = current();
    const mend = expect.stringContaining('run --bootstrap');
    await expect(reachEngine(someTarget(), client)).rejects.toMatchObject({ mend });
    await expect(reachEngine(someTarget({ source: '--target' }), client)).rejects.not.toMatchObject({ mend });
  });

  test('to its second question has stopped answering, or is none', async () => {
    server.on('GET /info', reset);
    await expect(reach()).rejects.toThrow(/^staging stopped answering: ./);
    server.on('GET /info', body('no', 500));
    await expect(reach()).rejects.toThrow(/\/v1\.23\/info answered 500 no$/);
    server.on('GET /info', body('hello'));
    await expect(reach()).rejects.toThrow(/\/v1\.23\/info answered 200 hello$/);
  });

  test('within five seconds is given up', async () => {
    expect(jest.requireActual<{ REACH_LIMIT_MS: number }>('../engine/limits').REACH_LIMIT_MS).toBeLessThanOrEqual(
      5_000,
    );
    mockLimit.ms = 150;
    for (const reply of [silent, dripping]) {
      server.on('GET /version', reply);
      const begun = performance.now();
      await expect(reach()).rejects.toThrow(/^no engine answers at staging .*not answered within 150 ms$/);
      expect(performance.now() - begun).toBeLessThan(2_000);
    }
  });
});
