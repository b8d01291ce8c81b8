import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { authority } from '../certificates/authority';
import { temporaryFolder } from '../fixtures/temporary-folder';
import { UsageError } from '../usage-error';
import { loadConfig, NO_CONFIG } from './config';
import { type ResolveOptions, resolveDefault, resolveRequested, resolveTargets } from './resolve';

const folder = temporaryFolder();
let env: NodeJS.ProcessEnv;

beforeAll(async () => {
  const ca = await authority('test authority');
  const client = await ca.issue('client');
  writeFileSync(join(folder, 'ca.pem'), ca.cert);
  writeFileSync(join(folder, 'cert.pem'), client.cert);
  writeFileSync(join(folder, 'key.pem'), client.key);
  writeFileSync(
    join(folder, 'conformance.config.yaml'),
    `targets:
  staging: { endpoint: 'tcp://192.0.2.7:2376', tls: { ca: ca.pem }, apiVersion: '1.41' }
  staging-old: { endpoint: 'tcp://192.0.2.7:2376', tls: { ca: ca.pem }, apiVersion: '1.24' }
  plain: { endpoint: 'tcp://192.0.2.8:2375' }
  local: { endpoint: 'unix:///run/a.sock' }
  broken: { endpoint: 'tcp://192.0.2.9', tls: { ca: missing.pem } }
  pair: { hosts: [{ name: a, endpoint: 'tcp://192.0.2.10:2375' }, { name: b, endpoint: 'tcp://192.0.2.11:2375' }] }
`,
  );
  const context = createHash('sha256').update('remote').digest('hex');
  mkdirSync(join(folder, 'contexts', 'meta', context), { recursive: true });
  const meta = { Name: 'remote', Endpoints: { docker: { Host: 'ssh://admin@host' } } };
  writeFileSync(join(folder, 'contexts', 'meta', context, 'meta.json'), JSON.stringify(meta));
});

beforeEach(() => {
  env = { DOCKER_CONFIG: folder };
});

function resolved(targets: string[], more: Partial<ResolveOptions> = {}) {
  return resolveTargets({ targets, config: loadConfig(undefined, folder), env, cwd: folder, ...more });
}

describe('a target that is named', () => {
  test('keeps the name of its configuration, with what stands there', () => {
    const [staging] = resolved(['staging']);
    expect(staging).toEqual({
      id: 'staging',
      source: 'config staging',
      endpoint: { kind: 'tcp', host: '192.0.2.7', port: 2376, tls: { ca: join(folder, 'ca.pem'), verify: true } },
      apiVersion: '1.41',
    });
  });

  test('is a context, or an endpoint whose URL is its id', () => {
    const found = resolved(['context:remote', 'tcp://192.0.2.20:4243', 'unix:///run/b.sock', 'ssh://c']);
    expect(found.map(({ id, source }) => [id, source])).toEqual([
      ['context:remote', 'context remote'],
      ['tcp://192.0.2.20:4243', '--target'],
      ['unix:///run/b.sock', '--target'],
      ['ssh://c', '--target'],
    ]);
  });

  test('has the endpoint of its first host where it is a configured cluster', () => {
    const [pair] = resolved(['pair']);
    expect(pair).toMatchObject({ id: 'pair', source: 'config pair', endpoint: { host: '192.0.2.10', port: 2375 } });
    expect(pair?.cluster?.hosts.map(({ name }) => name)).toEqual(['a', 'b']);
  });

  test('may be an engine that the lab starts, for who starts it; nothing is known of its address before', () => {
    const targets = ['docker@26.1.5', 'image:docker:26-dind', 'unix:///run/b.sock'];
    expect(resolveRequested({ targets, config: NO_CONFIG, env }).map((target) => Object.keys(target))).toEqual([
      ['id', 'lab', 'source'],
      ['id', 'lab', 'source'],
      ['id', 'endpoint', 'source'],
    ]);
  });

  test('may be one engine twice where a configuration names it at two API versions', () => {
    expect(resolved(['staging', 'staging-old']).map(({ id }) => id)).toEqual(['staging', 'staging-old']);
  });

  test('takes certificates from the flags, from the environment, or none', () => {
    const tls = { ca: 'ca.pem', cert: 'cert.pem', key: 'key.pem' };
    const paths = Object.fromEntries(Object.entries(tls).map(([kind, file]) => [kind, join(folder, file)]));
    const endpoint = { kind: 'tcp', host: 'a', port: 2376, tls: { ...paths, verify: true } };
    expect(resolved(['tcp://a'], { tls })[0]?.endpoint).toEqual(endpoint);
    expect(resolved(['tcp://a'], { env: { ...env, DOCKER_TLS_VERIFY: '1' } })[0]?.endpoint).toEqual(endpoint);
    expect(resolved(['plain'], { tls })[0]?.endpoint).toMatchObject({ port: 2375, tls: paths });
    expect(resolved(['tcp://a'], { tls: { ca: undefined } })[0]?.endpoint).toEqual({
      kind: 'tcp',
      host: 'a',
      port: 2375,
    });
    const unchecked = { verify: false, cert: paths.cert, key: paths.key };
    expect(resolved(['tcp://a'], { env: { ...env, DOCKER_TLS: '1' } })[0]?.endpoint).toMatchObject({ tls: unchecked });
  });

  test('by a socket or over ssh has nothing to do with DOCKER_TLS_VERIFY', () => {
    const verified = { ...env, DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: '/nowhere' };
    expect(resolved(['unix:///run/b.sock', 'ssh://c'], { env: verified })).toHaveLength(2);
  });
});

describe('no target given', () => {
  test('is DOCKER_HOST first, with the certificates of DOCKER_CERT_PATH', () => {
    const host = { DOCKER_CONTEXT: 'remote', DOCKER_HOST: 'tcp://192.0.2.7', DOCKER_TLS_VERIFY: '1' };
    const [target] = resolved([], { env: { ...env, ...host, DOCKER_CERT_PATH: folder } });
    expect(target).toMatchObject({ id: 'tcp://192.0.2.7:2376', source: 'DOCKER_HOST' });
    expect(target?.endpoint).toMatchObject({ tls: { ca: join(folder, 'ca.pem'), verify: true } });
  });

  test('takes a DOCKER_HOST without a scheme for tcp, as docker does', () => {
    expect(resolved([], { env: { DOCKER_HOST: '192.0.2.7:4243' } })[0]?.id).toBe('tcp://192.0.2.7:4243');
  });

  test('is the current context next, and the default socket last', () => {
    expect(resolved([], { env: { ...env, DOCKER_CONTEXT: 'remote' } })[0]?.id).toBe('context:remote');
    expect(resolved([])).toEqual([
      {
        id: 'unix:///var/run/docker.sock',
        endpoint: { kind: 'unix', socketPath: '/var/run/docker.sock' },
        source: 'default socket',
      },
    ]);
  });
});

test('the outer engine of the lab is what no target given is', () => {
  expect(resolveDefault({ ...env, DOCKER_HOST: 'unix:///run/b.sock' })).toMatchObject({
    id: 'unix:///run/b.sock',
    source: 'DOCKER_HOST',
  });
});

describe('what is refused', () => {
  const contradict = /^--tls-ca, --tls-cert and --tls-key contradict target "[^"]*": /;

  test.each<[string, string[], Partial<ResolveOptions>, RegExp]>([
    ['a name nobody gave', ['stagin'], {}, /^no target has the name "stagin": conformance\.config\.yaml has staging, /],
    ['a name without a configuration', ['stagin'], { config: NO_CONFIG }, /there is no configuration$/],
    ['the name of an inherited property', ['constructor'], {}, /^no target has the name "constructor"/],
    [
      'a lab target, by who starts nothing',
      ['docker@20.10.24'],
      {},
      /^only a run starts engines of the lab: "docker@20/,
    ],
    ['a lab target that is none', ['podman@5.8.7'], {}, /^the lab has no "podman@5\.8\.7"$/],
    ['a lab target twice', ['docker@20.10.24', 'docker@20.10.24'], {}, /^target "docker@20\.10\.24" is given twice$/],
    [
      'certificates for a lab target',
      ['docker@20.10.24'],
      { tls: { ca: 'ca.pem' } },
      /: the lab starts it without TLS$/,
    ],
    ['an empty target', [''], {}, /^not a target: ""$/],
    ['a context nobody made', ['context:remot'], {}, /^context "remot": there is no such context$/],
    ['a name twice', ['staging', 'staging'], {}, /^target "staging" is given twice$/],
    ['an address twice', ['tcp://A', 'tcp://a:2375'], {}, /^target "tcp:\/\/a:2375" is given twice$/],
    [
      'an engine under two names',
      ['local', 'unix:///run/a.sock'],
      {},
      /"local" and "unix:\/\/\/run\/a\.sock" are the same/,
    ],
    ['flags with a socket', ['unix:///run/a.sock'], { tls: { ca: 'ca.pem' } }, contradict],
    ['flags with ssh', ['ssh://a'], { tls: { ca: 'ca.pem' } }, contradict],
    ['flags with http', ['http://a'], { tls: { ca: 'ca.pem' } }, contradict],
    ['flags with a context', ['context:remote'], { tls: { ca: 'ca.pem' } }, contradict],
    ['flags with the default socket', [], { tls: { ca: 'ca.pem' } }, contradict],
    ['flags with TLS of the configuration', ['staging'], { tls: { ca: 'ca.pem' } }, contradict],
    ['flags with one of two targets', ['tcp://a', 'local'], { tls: { ca: 'ca.pem' } }, contradict],
    ['a missing CA', ['tcp://a'], { tls: { ca: 'no.pem' } }, /^the TLS CA certificate ".*no\.pem" does not exist$/],
    ['a certificate without a key', ['tcp://a'], { tls: { cert: 'cert.pem' } }, /without its key$/],
    ['a missing CA of the configuration', ['broken'], {}, /^the TLS CA certificate ".*missing\.pem" does not exist$/],
    [
      'an unknown current context',
      [],
      { env: { DOCKER_CONTEXT: 'gone' } },
      /^context "gone": there is no such context$/,
    ],
    ['a bad DOCKER_HOST', [], { env: { DOCKER_HOST: 'tcp://a:b' } }, /^DOCKER_HOST: the port is not a number/],
    ['a DOCKER_HOST of a lab', [], { env: { DOCKER_HOST: 'ftp://a' } }, /^DOCKER_HOST: not a target: "ftp:\/\/a"$/],
    [
      'a missing DOCKER_CERT_PATH',
      [],
      { env: { DOCKER_HOST: 'tcp://a', DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: '/nowhere' } },
      /^the TLS CA certificate "\/nowhere\/ca\.pem" does not exist$/,
    ],
  ])('%s', (_what, targets, given, message) => {
    const resolve = () => resolved(targets, { ...given, env: { ...env, ...given.env } });
    expect(resolve).toThrow(UsageError);
    expect(resolve).toThrow(message);
  });
});
