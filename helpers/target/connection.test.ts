import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { TLSSocket } from 'node:tls';
import { inspect } from 'node:util';
import Docker from 'dockerode';
import { authority, type Identity } from '../certificates/authority';
import { temporaryFolder } from '../fixtures/temporary-folder';
import { poll } from '../verdict/poll';
import { type Connection, modemOptions, openConnection } from './connection';
import type { Endpoint, TlsFiles } from './target';

const ENVIRONMENT = [
  'DOCKER_HOST',
  'DOCKER_TLS_VERIFY',
  'DOCKER_CERT_PATH',
  'DOCKER_CLIENT_TIMEOUT',
  'DOCKER_PATH_PREFIX',
];

const folder = temporaryFolder();
const servers: Server[] = [];
const connections: Connection[] = [];

afterEach(() => {
  for (const name of ENVIRONMENT) delete process.env[name];
  for (const connection of connections.splice(0)) connection.close();
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

const answerPath: RequestListener = (asked, answer) => answer.end(JSON.stringify({ path: asked.url }));

async function listening(server: Server, where: string | number): Promise<number> {
  servers.push(server);
  if (typeof where === 'string') server.listen(where);
  else server.listen(where, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return typeof address === 'object' && address !== null ? (address as AddressInfo).port : 0;
}

function opened(endpoint: Endpoint): Connection {
  const connection = openConnection(endpoint);
  connections.push(connection);
  return connection;
}

/** Polls for a condition, for at most 3 s; fails where it does not come about. */
async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const { accepted } = await poll(async () => condition(), Boolean, 3000, new AbortController().signal);
  expect(accepted).toBe(true);
}

/** Asks as the client does: any status is an answer. Returns the status and the body. */
function ask(connection: Connection, path: string): Promise<{ status: number; body: string }> {
  const { modem } = new Docker(connection.options);
  const statusCodes = Object.fromEntries([200, 301, 302, 307, 404].map((status) => [status, true]));
  return new Promise((resolve, reject) => {
    modem.dial({ path, method: 'GET', isStream: true, statusCodes }, (error, result) => {
      if (error !== null) return reject(error);
      const response = result as IncomingMessage;
      let body = '';
      response.on('data', (chunk) => {
        body += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
      response.on('error', reject);
    });
  });
}

describe('a connection', () => {
  test('goes to a Unix socket, and to a port of an address or a name', async () => {
    const socketPath = join(folder, 'plain.sock');
    await listening(createServer(answerPath), socketPath);
    const port = await listening(createServer(answerPath), 0);
    const endpoints: Endpoint[] = [
      { kind: 'unix', socketPath },
      { kind: 'tcp', host: '127.0.0.1', port },
      { kind: 'tcp', host: 'localhost', port },
    ];
    for (const endpoint of endpoints) {
      expect(await ask(opened(endpoint), '/v1.23/info')).toEqual({ status: 200, body: '{"path":"/v1.23/info"}' });
    }
  });

  test('to an IPv6 address has its brackets where a URL needs them, and none where a socket does', () => {
    expect(modemOptions({ kind: 'tcp', host: '2001:db8::1', port: 4243 })).toMatchObject({
      host: 'http://[2001:db8::1]',
      port: 4243,
    });
  });

  test.each<NodeJS.ProcessEnv>([
    { DOCKER_HOST: 'tcp://192.0.2.1:2376', DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: '/nowhere' },
    { DOCKER_HOST: 'ssh://nobody@192.0.2.1' },
    { DOCKER_HOST: 'tcp://192.0.2.1', DOCKER_PATH_PREFIX: '/elsewhere', DOCKER_CLIENT_TIMEOUT: '1' },
    { DOCKER_HOST: 'unix:///nowhere.sock' },
    { DOCKER_HOST: '://' },
  ])('has nothing of the environment in it: %j', async (env) => {
    const socketPath = join(folder, 'env.sock');
    await listening(createServer(answerPath), socketPath);
    const port = await listening(createServer(answerPath), 0);
    Object.assign(process.env, env);
    expect(await ask(opened({ kind: 'unix', socketPath }), '/info')).toMatchObject({ status: 200 });
    expect(await ask(opened({ kind: 'tcp', host: '127.0.0.1', port }), '/info')).toMatchObject({ status: 200 });
    expect(process.env.DOCKER_HOST).toBe(env.DOCKER_HOST);
  });

  test('is kept alive, and ended by close so that the engine sees it', async () => {
    const server = createServer(answerPath);
    const port = await listening(server, 0);
    let made = 0;
    server.on('connection', () => {
      made += 1;
    });
    const connection = opened({ kind: 'tcp', host: '127.0.0.1', port });
    for (const path of ['/a', '/b', '/c']) {
      await ask(connection, path);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(made).toBe(1);
    const idle = () =>
      new Promise<number>((resolve, reject) => {
        server.getConnections((error, count) => (error ? reject(error) : resolve(count)));
      });
    expect(await idle()).toBe(1);
    connection.close();
    await until(async () => (await idle()) === 0);
  });

  test('is one of at most 32 at a time', async () => {
    const held: (() => void)[] = [];
    let holding = true;
    let under = 0;
    let most = 0;
    const server = createServer((_asked, answer) => {
      under += 1;
      most = Math.max(most, under);
      const finish = () => {
        under -= 1;
        answer.end('{}');
      };
      if (holding) held.push(finish);
      else finish();
    });
    const port = await listening(server, 0);
    const connection = opened({ kind: 'tcp', host: '127.0.0.1', port });
    const all = Promise.all(Array.from({ length: 50 }, (_, index) => ask(connection, `/${index}`)));
    await until(() => held.length === 32);
    holding = false;
    for (const finish of held) finish();
    expect((await all).length).toBe(50);
    expect(most).toBe(32);
  });

  test.each([301, 302, 307])('hands a redirect (%i) to its caller and follows it nowhere', async (status) => {
    let called = 0;
    const elsewhere = await listening(
      createServer((_asked, answer) => {
        called += 1;
        answer.end();
      }),
      0,
    );
    const targets = [`http://127.0.0.1:${elsewhere}/`, 'http://127.0.0.1:1/', 'gopher://engine/'];
    const port = await listening(
      createServer((_asked, answer) => answer.writeHead(status, { Location: targets.shift() ?? '' }).end('moved')),
      0,
    );
    const connection = opened({ kind: 'tcp', host: '127.0.0.1', port });
    for (let i = 0; i < 3; i += 1) expect(await ask(connection, '/info')).toEqual({ status, body: 'moved' });
    // Whoever was sent there before this one would have been counted before it.
    await ask(opened({ kind: 'tcp', host: '127.0.0.1', port: elsewhere }), '/');
    expect(called).toBe(1);
  });
});

describe('a TLS connection', () => {
  let ca: Identity;
  let foreign: Identity;
  let engine: Identity;
  let misnamed: Identity;
  let client: Identity;
  let stranger: Identity;
  beforeAll(async () => {
    const [right, other] = await Promise.all([authority('engine authority'), authority('foreign authority')]);
    [ca, foreign] = [right, other];
    [engine, misnamed, client, stranger] = await Promise.all([
      right.issue('engine', { hosts: ['127.0.0.1', 'localhost'] }),
      right.issue('elsewhere', { hosts: ['elsewhere.example'] }),
      right.issue('client'),
      other.issue('stranger'),
    ]);
  });

  function files(parts: Record<string, string>, verify = true): TlsFiles {
    const paths = Object.entries(parts).map(([kind, pem], index) => {
      const path = join(folder, `${kind}-${index}-${Math.random()}.pem`);
      writeFileSync(path, pem);
      return [kind, path];
    });
    return { verify, ...Object.fromEntries(paths) };
  }

  async function tlsEngine({ cert, key } = engine): Promise<number> {
    const options = { ca: ca.cert, cert, key, requestCert: true };
    return listening(
      createTlsServer(options, (asked, answer) => {
        const { CN } = (asked.socket as TLSSocket).getPeerCertificate().subject;
        answer.end(String(CN));
      }),
      0,
    );
  }

  test('shows its certificate to an engine that it has checked', async () => {
    const port = await tlsEngine();
    const tls = files({ ca: ca.cert, cert: client.cert, key: client.key });
    for (const host of ['127.0.0.1', 'localhost']) {
      expect(await ask(opened({ kind: 'tcp', host, port, tls }), '/info')).toEqual({ status: 200, body: 'client' });
    }
  });

  test.each<[string, () => Record<string, string>, RegExp]>([
    ['none', () => ({}), /certificate required|ECONNRESET|EPIPE|socket hang up/],
    ['one of another authority', () => pair(stranger), /unknown ca|ECONNRESET|EPIPE|socket hang up/],
  ])('is refused by the engine where the client has %s', async (_what, own, message) => {
    const port = await tlsEngine();
    const connection = opened({ kind: 'tcp', host: '127.0.0.1', port, tls: files({ ca: ca.cert, ...own() }) });
    await expect(ask(connection, '/info')).rejects.toThrow(message);
  });

  const pair = ({ cert, key }: Identity) => ({ cert, key });
  const own = () => pair(client);
  test.each<[string, () => Record<string, string>, () => Identity, RegExp]>([
    [
      'is of another authority',
      () => ({ ca: foreign.cert, ...own() }),
      () => engine,
      /unable to verify|self-signed|unable to get/,
    ],
    ['is not known to the system', own, () => engine, /unable to verify|self-signed|unable to get/],
    ['is for another name', () => ({ ca: ca.cert, ...own() }), () => misnamed, /does not match certificate's altnames/],
  ])(
    'refuses an engine whose certificate %s, whatever the environment says',
    async (_what, parts, identity, message) => {
      const port = await tlsEngine(identity());
      const saved = process.env.NODE_TLS_REJECT_UNAUTHORIZED;
      process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
      try {
        const connection = opened({ kind: 'tcp', host: '127.0.0.1', port, tls: files(parts()) });
        await expect(ask(connection, '/info')).rejects.toThrow(message);
      } finally {
        if (saved === undefined) delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
        else process.env.NODE_TLS_REJECT_UNAUTHORIZED = saved;
      }
    },
  );

  test('takes any engine where the check is switched off', async () => {
    const port = await tlsEngine(misnamed);
    const connection = opened({ kind: 'tcp', host: '127.0.0.1', port, tls: files(own(), false) });
    expect(await ask(connection, '/info')).toEqual({ status: 200, body: 'client' });
  });

  test('to an engine that speaks plain HTTP fails, and so does plain HTTP to one that speaks TLS', async () => {
    const plain = await listening(createServer(answerPath), 0);
    const secure = await tlsEngine();
    const tls = files({ ca: ca.cert });
    await expect(ask(opened({ kind: 'tcp', host: '127.0.0.1', port: plain, tls }), '/info')).rejects.toThrow();
    await expect(ask(opened({ kind: 'tcp', host: '127.0.0.1', port: secure }), '/info')).rejects.toThrow();
  });

  test('shows neither its key nor its sockets where its options are written out', () => {
    const tls = files({ ca: ca.cert, ...own() });
    const shown = inspect(modemOptions({ kind: 'tcp', host: 'a', port: 1, tls }), { showHidden: true, depth: null });
    expect(shown).toContain('agent: [agent]');
    expect(shown.length).toBeLessThan(1000);
  });

  test('is not opened where a file is missing', () => {
    const tls = { verify: true, ca: join(folder, 'missing.pem') };
    expect(() => openConnection({ kind: 'tcp', host: 'a', port: 1, tls })).toThrow(/missing\.pem" does not exist$/);
  });
});
