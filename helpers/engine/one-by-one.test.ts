import { enginesOfTests } from '../fixtures/engines-of-tests';
import { json, type Reply, reset } from '../fixtures/http-answers';
import { madeOneByOne, waitsForOthers } from './one-by-one';

test.each([
  ['podman', '3.0.1', true],
  ['podman', '4.3.1', false],
  ['docker', '20.10.24+dfsg1', false],
  ['podman', 'unknown', false],
])('calls to %s %s are made one by one: %s', (vendor, version, expected) => {
  expect(madeOneByOne({ vendor, version, apiVersionAsked: '1.24' }) !== undefined).toBe(expected);
});

test.each([
  ['/events', true],
  ['/containers/c1/wait', true],
  ['/containers/c1/attach', true],
  ['/exec/e1/start', true],
  ['/containers/c1/start', false],
  ['/containers/json', false],
  ['/exec/e1/json', false],
])('a call to %s waits for others: %s', (path, expected) => {
  expect(waitsForOthers({ path })).toBe(expected);
});

describe('a client', () => {
  const current = enginesOfTests();
  const ask = (path: string) => current().engine().get(path);

  test('makes calls at the same time', async () => {
    const { server } = current();
    const held: (() => void)[] = [];
    // None is answered before all have come.
    server.on('GET /info', (response, asked) => {
      held.push(() => json({})(response, asked));
      if (held.length === 3) for (const answer of held) answer();
    });
    expect((await Promise.all([ask('/info'), ask('/info'), ask('/info')])).map(({ status }) => status)).toEqual([
      200, 200, 200,
    ]);
  });

  test('that takes turns makes one call after the other, also where one fails', async () => {
    const { server, client } = current();
    client.takeTurns();
    const asked: string[] = [];
    const answered: string[] = [];
    const slowly =
      (name: string, reply: Reply): Reply =>
      async (response, call) => {
        asked.push(name);
        expect(answered).toHaveLength(asked.length - 1);
        // Long enough for another call to come, were one on its way.
        for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
        expect(asked).toHaveLength(answered.length + 1);
        answered.push(name);
        reply(response, call);
      };
    server.on('GET /info', slowly('info', json({}))).on('GET /version', slowly('version', reset));
    const ends = await Promise.allSettled([ask('/version'), ask('/info'), ask('/info')]);
    expect(ends.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
    expect(answered).toEqual(['version', 'info', 'info']);
  });

  test('that takes turns makes others while one of them waits for them', async () => {
    const { server, client } = current();
    client.takeTurns();
    let end: () => void = () => {};
    server.on('GET /events', (response, asked) => {
      end = () => json({})(response, asked);
    });
    server.on('GET /info', (response, asked) => {
      json({})(response, asked);
      end();
    });
    const events = ask('/events');
    while (server.calls('GET /events').length === 0) await new Promise((resolve) => setImmediate(resolve));
    await ask('/info');
    expect((await events).status).toBe(200);
  });
});
