/** What passes through a proxy as it comes, whatever fault is in it; and where a proxy ends. */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmod, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname } from 'node:path';
import type { Duplex } from 'node:stream';
import { ANSWER_LIMIT_BYTES } from '../engine/limits';
import { body, cut, empty, httpAnswers, json, silent } from '../fixtures/http-answers';
import type { Endpoint } from '../target/target';
import { addressOf, askAt, throughProxies } from './fixtures/through-proxy';
import { openProxy } from './proxy';
import { answers, late, nth, refuses, set } from './vocabulary';

const proxies = throughProxies();
const FAULT = refuses('GET /containers/json', 500);

describe('what the fault is not about passes through', () => {
  test('a call with its query, headers and body, and the answer with its own', async () => {
    const { server, open, ask } = proxies();
    server.on('POST /networks/create', (response) =>
      response.writeHead(201, { 'Content-Type': 'application/json', 'Api-Version': '1.41' }).end('{ "Id": "1" }'),
    );
    const proxy = await open(FAULT);
    const answered = await ask('POST /networks/create?x=a%20b', { Name: 'ec-1' });
    expect(answered).toMatchObject({ status: 201, text: '{ "Id": "1" }', headers: { 'api-version': '1.41' } });
    expect(server.asked).toMatchObject([{ url: '/v1.23/networks/create?x=a%20b', body: '{"Name":"ec-1"}' }]);
    expect(proxy.planted).toBe(0);
  });

  test('refusals, and answers without a body', async () => {
    const { server, open, ask } = proxies();
    server.on('GET /volumes/x', body('no such volume\n', 404)).on('DELETE /volumes/x', empty(204));
    await open(FAULT);
    expect(await ask('GET /volumes/x')).toMatchObject({ status: 404, text: 'no such volume\n' });
    expect(await ask('DELETE /volumes/x')).toMatchObject({ status: 204, text: '' });
  });

  test('an archive in one direction and in the other, byte for byte', async () => {
    const archive = randomBytes(3 * 1024 * 1024);
    const engine = await serve(createServer((asked, response) => void asked.pipe(response.writeHead(200))));
    const proxy = await openProxy(engine.endpoint, FAULT);
    const { bytes } = await askAt(proxy.endpoint, 'PUT /containers/x/archive', archive);
    expect(bytes.equals(archive)).toBe(true);
    await proxy.close();
    engine.close();
  });

  test('an answer that comes by and by, as it comes', async () => {
    const { server, open } = proxies();
    let more = () => {};
    server.on('GET /events', (response) => {
      response.writeHead(200);
      response.write('one\n');
      more = () => void response.end('two\n');
    });
    const { endpoint } = await open(FAULT);
    const asked = request({ ...addressOf(endpoint), path: '/v1.23/events', agent: false }).end();
    const [response] = await once(asked, 'response');
    expect(String((await once(response, 'data'))[0])).toBe('one\n');
    more();
    expect(String((await once(response, 'data'))[0])).toBe('two\n');
  });

  test('the head of an answer, before there is a body', async () => {
    const { server, open } = proxies();
    server.on('GET /events', (response) => response.writeHead(200).flushHeaders());
    const { endpoint } = await open(FAULT);
    const asked = request({ ...addressOf(endpoint), path: '/v1.23/events', agent: false }).end();
    const [response] = (await once(asked, 'response')) as [IncomingMessage];
    expect(response.statusCode).toBe(200);
    asked.on('error', () => {}).destroy();
  });

  test('a connection that the client takes over, both ways, with what it sent along', async () => {
    const engine = await serve(handingOver());
    const proxy = await openProxy(engine.endpoint, FAULT);
    const headers = { Connection: 'Upgrade', Upgrade: 'tcp', 'Content-Length': 2 };
    const asked = request({ ...addressOf(proxy.endpoint), method: 'POST', path: '/v1.23/exec/x/start', headers });
    asked.end('{}');
    const [response, socket, head] = (await once(asked, 'upgrade')) as [IncomingMessage, Duplex, Buffer];
    expect(response.statusCode).toBe(101);
    socket.write('in');
    // The server says what it was sent after the head of the request.
    expect(await heard(socket, head, 4)).toBe('{}in');
    await proxy.close();
    engine.close();
  });
});

test('a client that leaves takes the call to the engine with it', async () => {
  const { server, open } = proxies();
  const left = new Promise<void>((resolve) => {
    server.on('GET /events', (response) => void response.writeHead(200).once('close', resolve).write('one\n'));
  });
  const { endpoint } = await open();
  const asked = request({ ...addressOf(endpoint), path: '/v1.23/events', agent: false }).end();
  await once(asked, 'response');
  asked.on('error', () => {}).destroy();
  await expect(left).resolves.toBeUndefined();
});

test('an engine that ends its answer early does so to the client', async () => {
  const { server, open, ask } = proxies();
  server.on('GET /version', cut).on('GET /info', cut);
  const proxy = await open(answers('GET /info', set('ID', 'x')));
  await expect(ask('GET /version')).rejects.toThrow(/aborted|hang up/);
  await expect(ask('GET /info')).rejects.toThrow(/aborted|hang up/);
  expect(proxy.broken).toEqual([expect.stringMatching(/^GET .*info: /)]);
});

test('an answer that is not changed may end early, and the fault has not broken', async () => {
  const { server, open, ask } = proxies();
  server.on('GET /info', cut);
  const proxy = await open(nth(2, answers('GET /info', set('ID', 'x'))));
  await expect(ask('GET /info')).rejects.toThrow(/aborted|hang up/);
  expect(proxy.broken).toEqual([]);
});

test('an engine may give no answer at all, and the fault has not broken', async () => {
  const { server, open, ask } = proxies();
  server.on('GET /info', (response) => response.socket?.destroy());
  const proxy = await open(answers('GET /info', set('ID', 'x')));
  await expect(ask('GET /info')).rejects.toThrow(/hang up/);
  expect(proxy.broken).toEqual([]);
});

test('an answer that is to be changed is not read beyond the limit', async () => {
  const { server, open, ask } = proxies();
  server.on('GET /info', (response) => {
    const chunk = Buffer.alloc(1024 * 1024, 0x20);
    let size = 0;
    const more = () => {
      while (!response.destroyed && size <= 2 * ANSWER_LIMIT_BYTES) {
        size += chunk.length;
        if (!response.write(chunk)) return void response.once('drain', more);
      }
    };
    more();
  });
  const proxy = await open(answers('GET /info', set('ID', 'x')));
  await expect(ask('GET /info')).rejects.toThrow(/hang up/);
  expect(proxy.broken).toEqual([expect.stringMatching(/a body is over \d+ bytes/)]);
});

test('a fault that is lifted is gone', async () => {
  const { server, open, ask } = proxies();
  server.on('GET /containers/json', json([]));
  const proxy = await open(FAULT);
  expect((await ask('GET /containers/json')).status).toBe(500);
  proxy.lift();
  expect((await ask('GET /containers/json')).status).toBe(200);
  expect(proxy.planted).toBe(1);
});

test('a proxy that dies answers nobody any more, and ends what is under way', async () => {
  const { server, open, ask } = proxies();
  server.on('GET /info', silent);
  const proxy = await open();
  const underWay = ask('GET /info');
  const arrived = () => server.asked.length > 0;
  for (let turn = 0; turn < 200 && !arrived(); turn += 1) await new Promise((resolve) => setTimeout(resolve, 5));
  proxy.die();
  await expect(underWay).rejects.toThrow(/hang up/);
  await expect(ask('GET /info')).rejects.toThrow(/ECONNREFUSED|ENOENT/);
});

test('a proxy that dies does not wait for its own fault', async () => {
  const { server, open, ask } = proxies();
  server.on('GET /info', json({}));
  const proxy = await open(late('GET /info', 3_000));
  const underWay = ask('GET /info');
  underWay.catch(() => {});
  for (let turn = 0; turn < 200 && proxy.planted === 0; turn += 1)
    await new Promise((resolve) => setTimeout(resolve, 5));
  const begun = performance.now();
  proxy.die();
  await expect(underWay).rejects.toThrow(/hang up/);
  expect(performance.now() - begun).toBeLessThan(1_000);
});

test('its socket lets in whom the socket of the engine lets in, and is gone with it', async () => {
  const { server, open } = proxies();
  await chmod(socketOf(server.endpoint), 0o620);
  const proxy = await open();
  const own = socketOf(proxy.endpoint);
  expect((await stat(own)).mode & 0o777).toBe(0o620);
  await proxy.close();
  await expect(stat(dirname(own))).rejects.toThrow(/ENOENT/);
});

test('an engine on the network is reached over the network', async () => {
  const server = await httpAnswers({ 'GET /version': json({}) }, 'tcp');
  const proxy = await openProxy(server.endpoint);
  expect(proxy.endpoint).toMatchObject({ kind: 'tcp', host: '127.0.0.1' });
  await proxy.close();
  await server.close();
});

function socketOf(endpoint: Endpoint): string {
  if (endpoint.kind !== 'unix') throw new TypeError(`no socket: ${endpoint.kind}`);
  return endpoint.socketPath;
}

/** A server of our own, for what a scripted one cannot do. */
async function serve(server: Server): Promise<{ readonly endpoint: Endpoint; readonly close: () => void }> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { endpoint: { kind: 'tcp', host: '127.0.0.1', port }, close: () => server.close() };
}

/** Hands over the connection, and says again what comes. */
function handingOver(): Server {
  const server = createServer();
  server.on('upgrade', (_asked, socket, head) => {
    socket.write('HTTP/1.1 101 UPGRADED\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n');
    socket.write(head);
    socket.pipe(socket);
  });
  return server;
}

async function heard(socket: Duplex, head: Buffer, length: number): Promise<string> {
  let text = String(head);
  while (text.length < length) text += String((await once(socket, 'data'))[0]);
  return text;
}
