import { setTimeout as delay } from 'node:timers/promises';
import { clientOfTests } from '../fixtures/client-of-tests';
import { clientOn } from '../fixtures/engine-on';
import {
  body,
  bytes,
  cut,
  dripping,
  endless,
  httpAnswers,
  json,
  type Reply,
  reset,
  silent,
} from '../fixtures/http-answers';
import { ANSWER_LIMIT_BYTES } from './limits';

const current = clientOfTests();
const ask: ReturnType<typeof current>['ask'] = (...args) => current().ask(...args);

/** A body that ends with its connection, and not before. */
const drippingToTheClose: Reply = ({ socket }) => {
  socket?.write('HTTP/1.1 200 OK\r\n\r\n{}');
  const drip = setInterval(() => socket?.write(' '), 10);
  socket?.once('close', () => clearInterval(drip));
};

describe('no whole answer', () => {
  test.each<[string, Reply, string, RegExp]>([
    ['a connection that is reset', reset, 'unreachable', /^GET \/v1\.23\/x: .*(reset|hang up)/i],
    ['a body that is cut', cut, 'unreachable', /^GET \/v1\.23\/x: /],
    ['what is no HTTP', bytes('SSH-2.0-OpenSSH_9.2\r\n'), 'unreachable', /^GET \/v1\.23\/x: /],
    [
      'headers without end',
      bytes(`HTTP/1.1 200 OK\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`),
      'unreachable',
      /Header overflow/,
    ],
    ['a body over the limit', endless, 'too-large', new RegExp(`over ${ANSWER_LIMIT_BYTES} bytes`)],
    ['JSON 10,000 levels deep', body('['.repeat(10_000) + ']'.repeat(10_000)), 'malformed', /levels/],
    ['objects 10,000 levels deep', body(`${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`), 'malformed', /levels/],
  ])('%s is the trouble of the engine', async (_what, reply, kind, message) => {
    await expect(ask(reply)).rejects.toMatchObject({
      name: 'EngineTrouble',
      kind,
      message: expect.stringMatching(message),
    });
  });

  test.each<[string, string | Buffer, RegExp]>([
    ['names a field twice', '{"Id":"a","State":{"Id":1,"Id":2}}', /^GET .*: an answer names a field twice$/],
    ['is not UTF-8', Buffer.from('{"Id":"\xff"}', 'latin1'), /^GET .*: an answer is JSON and not UTF-8$/],
    ['holds two million values', `[${'{},'.repeat(1_000_000)}0]`, /^GET .*: an answer holds over 1500000 values$/],
  ])('JSON that %s is the trouble of the engine', async (_what, content, message) => {
    await expect(ask(body(content))).rejects.toMatchObject({
      name: 'EngineTrouble',
      message: expect.stringMatching(message),
    });
  });

  test('large answers are read one after the other, and one that is waited for in vain is given up at its own limit', async () => {
    const large = ' '.repeat(6 * 1024 * 1024);
    const first: Reply = (response) => {
      response.writeHead(200);
      response.write(large);
    };
    const { server, client } = current();
    server.on('GET /first', first).on('GET /second', body(large));
    const get = (path: string, limitMs: number) => client.send({ method: 'GET', path, apiVersion: null, limitMs });
    const holding = get('/first', 1_500).catch((error: unknown) => error);
    await delay(300);
    await expect(get('/second', 300)).rejects.toMatchObject({ kind: 'timeout' });
    expect(await holding).toMatchObject({ kind: 'timeout' });
    expect((await get('/second', 5_000)).bytes).toHaveLength(large.length);
  });

  test.each<[string, Reply]>([
    ['never comes', silent],
    ['never ends', dripping],
    ['never ends, and says no length', drippingToTheClose],
    ['is another protocol', bytes('HTTP/1.1 101 Upgrade\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n')],
  ])('an answer that %s is given up at the limit', async (_what, reply) => {
    const begun = performance.now();
    await expect(ask(reply, { limitMs: 80 })).rejects.toMatchObject({
      name: 'EngineTrouble',
      kind: 'timeout',
      message: 'GET /v1.23/x was not answered within 80 ms',
    });
    expect(performance.now() - begun).toBeLessThan(1_000);
  });

  test('an endless body of a status that nobody knows is bounded too', async () => {
    const endlessly: Reply = (response) => {
      response.statusCode = 601;
      endless(response, { method: '', url: '', headers: {}, body: '' });
    };
    await expect(ask(endlessly)).rejects.toMatchObject({ kind: 'too-large' });
  });

  test('a call is given up when its signal aborts, before and while it is under way', async () => {
    const controller = new AbortController();
    const asked = ask(silent, { signal: controller.signal });
    await delay(20);
    controller.abort();
    await expect(asked).rejects.toMatchObject({ kind: 'aborted', message: 'GET /v1.23/x was given up' });
    const { server } = current();
    const before = server.asked.length;
    await expect(ask(json({}), { signal: controller.signal })).rejects.toMatchObject({ kind: 'aborted' });
    expect(server.asked).toHaveLength(before);
  });

  test('a path that HTTP cannot carry is trouble, not an exception of its own kind', async () => {
    const unixServer = await httpAnswers();
    const unixClient = clientOn(unixServer.endpoint);
    await expect(unixClient.send({ method: 'GET', path: '/a b', apiVersion: null })).rejects.toMatchObject({
      name: 'EngineTrouble',
      message: expect.stringContaining('unescaped characters'),
    });
    unixClient.close();
    await unixServer.close();
  });

  test('nobody listening is said so', async () => {
    const gone = await httpAnswers();
    await gone.close();
    const nobody = clientOn(gone.endpoint);
    await expect(nobody.send({ method: 'GET', path: '/version', apiVersion: null })).rejects.toMatchObject({
      kind: 'unreachable',
      message: expect.stringContaining('ENOENT'),
    });
    nobody.close();
  });
});
