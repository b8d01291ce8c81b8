import { clientOfTests } from '../fixtures/client-of-tests';
import { body, bytes, empty, httpAnswers, json, type Reply } from '../fixtures/http-answers';
import type { EngineRequest } from './client';

const current = clientOfTests();
const ask: ReturnType<typeof current>['ask'] = (...args) => current().ask(...args);

describe('an answer', () => {
  test('is handed over whole, with its status, headers and bytes', async () => {
    const answer = await ask(json({ Id: 'ab', Names: ['/ü'] }));
    expect(answer).toMatchObject({ method: 'GET', path: '/v1.23/x', status: 200, json: { Id: 'ab', Names: ['/ü'] } });
    expect(answer.headers['content-type']).toBe('application/json');
    expect(answer.text).toBe('{"Id":"ab","Names":["/ü"]}');
    expect(answer.bytes).toEqual(Buffer.from(answer.text));
    expect(answer.durationMs).toBeGreaterThan(0);
  });

  test.each([100 + 99, 204, 301, 304, 400, 404, 409, 500, 599, 600, 999])(
    'of status %d is an answer',
    async (status) => {
      const reply = bytes(`HTTP/1.1 ${status} Something\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
      // What is below 200 announces an answer that then does not come.
      if (status < 200) await expect(ask(reply)).rejects.toMatchObject({ kind: 'unreachable' });
      else expect((await ask(reply)).status).toBe(status);
    },
  );

  test.each<[string, Reply, string, unknown]>([
    ['an error of v1.23, a text', body('No such container: x\n', 404), 'No such container: x\n', undefined],
    ['a text that begins as JSON does', body('no such image', 404), 'no such image', undefined],
    ['JSON that is cut', body('{"Id":', 200), '{"Id":', undefined],
    ['a number', body('7'), '7', 7],
    ['null', body('null'), 'null', null],
    ['nothing', empty(), '', undefined],
    ['JSON after spaces', body('\n [1]\n'), '\n [1]\n', [1]],
  ])('may be %s', async (_what, reply, text, value) => {
    expect(await ask(reply)).toMatchObject({ text, json: value });
  });

  test('with a key of the prototype changes no prototype', async () => {
    const { json: value } = await ask(
      body('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":1}}}'),
    );
    expect(Object.keys(value as object)).toEqual(['__proto__', 'constructor']);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test('that redirects is an answer, and nothing is asked elsewhere', async () => {
    const elsewhere = await httpAnswers({}, 'tcp');
    const to = elsewhere.endpoint.kind === 'tcp' ? elsewhere.endpoint.port : 0;
    const answer = await ask(empty(302, { Location: `http://127.0.0.1:${to}/v1.23/x` }));
    expect(answer.status).toBe(302);
    expect(elsewhere.asked).toEqual([]);
    await elsewhere.close();
  });
});

describe('a request', () => {
  test('carries the version prefix, filters as JSON, and no value that is undefined', async () => {
    const query = { all: 1, filters: { label: ['a=b'] }, limit: undefined, name: 'ü&c?' };
    const { path } = await ask(json([]), { query });
    const { url } = current().server.asked.at(-1) ?? { url: '' };
    expect(url).toBe(path);
    const seen = new URL(url, 'http://localhost');
    expect(seen.pathname).toBe('/v1.23/x');
    expect([...seen.searchParams]).toEqual([
      ['all', '1'],
      ['filters', '{"label":["a=b"]}'],
      ['name', 'ü&c?'],
    ]);
  });

  test('without a version has no prefix', async () => {
    expect((await ask(json({}), { apiVersion: null })).path).toBe('/x');
    expect(current().server.asked.at(-1)?.url).toBe('/x');
  });

  test('has its body as JSON, an empty one too, and none where there is none', async () => {
    const { server, client } = current();
    server.on('POST /x', empty());
    const post = (more: Partial<EngineRequest>) =>
      client.send({ method: 'POST', path: '/x', apiVersion: '1.23', ...more });
    await post({ body: { Name: 'ü' } });
    expect(server.asked.at(-1)).toMatchObject({
      body: '{"Name":"ü"}',
      headers: { 'content-type': 'application/json' },
    });
    await post({ body: { a: 1 }, query: { name: 'n' } });
    expect(server.asked.at(-1)).toMatchObject({ url: '/v1.23/x?name=n', body: '{"a":1}' });
    await post({ body: {} });
    expect(server.asked.at(-1)?.body).toBe('{}');
    await post({});
    expect(server.asked.at(-1)).toMatchObject({ body: '', headers: { 'content-length': '0' } });
    await post({ archive: Buffer.from('a tar'), query: { fromSrc: '-' } });
    expect(server.asked.at(-1)).toMatchObject({
      url: '/v1.23/x?fromSrc=-',
      body: 'a tar',
      headers: { 'content-type': 'application/x-tar' },
    });
  });

  test('has the headers that it is given beside its own, and no others', async () => {
    const { server, client } = current();
    server.on('POST /x', empty());
    const headersOf = async (more: Partial<EngineRequest>) => {
      await client.send({ method: 'POST', path: '/x', apiVersion: '1.23', ...more });
      return server.asked.at(-1)?.headers ?? {};
    };
    const headers = { 'X-Registry-Auth': 'e30=', Accept: 'application/json, text/plain' };
    const given = { 'x-registry-auth': 'e30=', accept: 'application/json, text/plain' };
    expect(await headersOf({ headers, body: { a: 1 } })).toMatchObject({
      ...given,
      'content-type': 'application/json',
    });
    expect(await headersOf({ headers, archive: Buffer.from('a tar') })).toMatchObject({
      ...given,
      'content-type': 'application/x-tar',
    });
    expect(await headersOf({})).not.toHaveProperty('x-registry-auth');
    expect(headers).toEqual({ 'X-Registry-Auth': 'e30=', Accept: 'application/json, text/plain' });
  });
});
