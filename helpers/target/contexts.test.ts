import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { refusalOf } from '../fixtures/refusal';
import { temporaryFolder } from '../fixtures/temporary-folder';
import { UsageError } from '../usage-error';
import { contextNames, contextTarget, currentContext } from './contexts';

let folder: string;
let env: NodeJS.ProcessEnv;

beforeEach(() => {
  folder = temporaryFolder();
  env = { DOCKER_CONFIG: folder };
});

function sha(name: string): string {
  return createHash('sha256').update(name).digest('hex');
}

function store(name: string, meta: unknown, tls: readonly string[] = []): void {
  const at = join(folder, 'contexts', 'meta', sha(name));
  mkdirSync(at, { recursive: true });
  writeFileSync(join(at, 'meta.json'), typeof meta === 'string' ? meta : JSON.stringify(meta));
  if (tls.length === 0) return;
  mkdirSync(tlsFolder(name), { recursive: true });
  for (const file of tls) writeFileSync(join(tlsFolder(name), file), 'PEM');
}

function tlsFolder(name: string): string {
  return join(folder, 'contexts', 'tls', sha(name), 'docker');
}

function meta(name: string, docker: unknown): unknown {
  return { Name: name, Metadata: {}, Endpoints: { docker } };
}

const refusal = (name: string) => refusalOf(() => contextTarget(name, env));

describe('a stored context', () => {
  test('is read from the folder named by the hash of its name, as docker writes it', () => {
    store('staging', meta('staging', { Host: 'tcp://192.0.2.7:2375', SkipTLSVerify: false }));
    expect(contextTarget('staging', env)).toEqual({
      id: 'context:staging',
      endpoint: { kind: 'tcp', host: '192.0.2.7', port: 2375 },
      source: 'context staging',
    });
  });

  test('speaks TLS with the files that are stored for it', () => {
    store('tls', meta('tls', { Host: 'tcp://192.0.2.7:2376' }), ['ca.pem', 'cert.pem', 'key.pem']);
    const [ca, cert, key] = ['ca', 'cert', 'key'].map((name) => join(tlsFolder('tls'), `${name}.pem`));
    expect(contextTarget('tls', env).endpoint).toMatchObject({ tls: { ca, cert, key, verify: true } });
  });

  test('speaks TLS without a check of the server where its SkipTLSVerify says so, files or not', () => {
    store('skip', meta('skip', { Host: 'tcp://192.0.2.7', SkipTLSVerify: true }));
    expect(contextTarget('skip', env).endpoint).toEqual({
      kind: 'tcp',
      host: '192.0.2.7',
      port: 2376,
      tls: { verify: false },
    });
  });

  test('can be a socket, an ssh destination, or the default socket where its Host is empty', () => {
    store('socket', meta('socket', { Host: 'unix:///run/user/1000/docker.sock' }));
    store('ssh', meta('ssh', { Host: 'ssh://admin@host' }));
    store('empty', meta('empty', { Host: '' }));
    expect(contextTarget('socket', env).endpoint).toEqual({ kind: 'unix', socketPath: '/run/user/1000/docker.sock' });
    expect(contextTarget('ssh', env).endpoint).toEqual({ kind: 'ssh', destination: 'admin@host' });
    expect(contextTarget('empty', env).endpoint).toEqual({ kind: 'unix', socketPath: '/var/run/docker.sock' });
  });

  test('is found in the home directory where DOCKER_CONFIG is not set', () => {
    const home = folder;
    folder = join(home, '.docker');
    store('home', meta('home', { Host: 'unix:///run/home.sock' }));
    expect(contextTarget('home', { HOME: home }).id).toBe('context:home');
    folder = home;
  });
});

describe('the default context', () => {
  test('is DOCKER_HOST where that is set, and the default socket where it is not', () => {
    expect(contextTarget('default', { ...env, DOCKER_HOST: 'tcp://192.0.2.7:2375' })).toEqual({
      id: 'context:default',
      endpoint: { kind: 'tcp', host: '192.0.2.7', port: 2375 },
      source: 'context default',
    });
    expect(contextTarget('default', env).endpoint).toEqual({ kind: 'unix', socketPath: '/var/run/docker.sock' });
  });
});

describe('the current context', () => {
  test('is DOCKER_CONTEXT before currentContext of config.json', () => {
    writeFileSync(join(folder, 'config.json'), JSON.stringify({ currentContext: 'staging', auths: {} }));
    expect(currentContext(env)).toEqual({ name: 'staging', source: 'currentContext' });
    expect(currentContext({ ...env, DOCKER_CONTEXT: 'other' })).toEqual({ name: 'other', source: 'DOCKER_CONTEXT' });
  });

  test('is none where it is default, empty, of another type, or where there is no config.json', () => {
    expect(currentContext(env)).toBeUndefined();
    expect(currentContext({ ...env, DOCKER_CONTEXT: 'default' })).toBeUndefined();
    for (const value of ['default', '', 7, null, undefined]) {
      writeFileSync(join(folder, 'config.json'), JSON.stringify({ currentContext: value }));
      expect(currentContext(env)).toBeUndefined();
    }
  });

  test('of a broken config.json is refused without a word of what stands there', () => {
    writeFileSync(join(folder, 'config.json'), '{"auths": {"registry": {"auth": "aHVudGVyMg=="} }');
    const read = () => currentContext(env);
    expect(read).toThrow(UsageError);
    expect(read).toThrow(/config\.json" is not JSON$/);
    expect(read).not.toThrow(/aHVudGVyMg/);
  });
});

describe('a context that is refused', () => {
  test('is told the names of those that exist, and the nearest of them', () => {
    store('staging', meta('staging', { Host: 'unix:///run/a.sock' }));
    store('broken', '{');
    expect(contextNames(env)).toEqual(['staging']);
    const { message, mend } = refusal('stagin');
    expect(message).toBe('context "stagin": there is no such context');
    expect(mend).toBe('did you mean staging? there are: default, staging');
  });

  test.each(['', 'x', '../../etc', 'a/b', 'a b', 'ünknown', 'a\u001b[31m'])('%j is not a name', (name) => {
    expect(refusal(name).message).toMatch(/^context "[^\p{Cc}]*": there is no such context$/u);
  });

  test.each<[string, unknown, string]>([
    ['is not JSON', '{"Name":', 'is not JSON'],
    ['is empty', '', 'is not JSON'],
    ['is a list', [], 'has no docker endpoint'],
    ['is null', 'null', 'has no docker endpoint'],
    ['has no endpoints', { Name: 'bad' }, 'has no docker endpoint'],
    ['is for kubernetes alone', { Name: 'bad', Endpoints: { kubernetes: {} } }, 'has no docker endpoint'],
    ['has a number for a host', meta('bad', { Host: 7 }), 'Host is not text'],
    ['has a named pipe', meta('bad', { Host: 'npipe:////./pipe/docker_engine' }), 'not a target'],
    ['has a bad port', meta('bad', { Host: 'tcp://host:99999' }), 'the port is not a number of 1 to 65535'],
    ['is over 1 MiB', ' '.repeat(1024 * 1024 + 1), 'is over 1048576 bytes'],
  ])('one whose file %s', (_what, content, reason) => {
    store('bad', content);
    const { message } = refusal('bad');
    expect(message).toContain(reason);
    expect(message).toMatch(/^context "bad": [^\n]*$/);
  });
});
