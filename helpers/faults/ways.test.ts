/** All the ways that a fault is on. */
import { json } from '../fixtures/http-answers';
import { askAt, throughProxies } from './fixtures/through-proxy';
import type { Plant } from './plant';
import { answers, nth, set } from './vocabulary';
import { openWays, type Ways } from './ways';

const servers = throughProxies();
let opened: Ways | undefined;

afterEach(async () => {
  await opened?.close();
  opened = undefined;
});

async function ways(plant: Plant): Promise<{ ways: Ways; askThrough: (call: string) => Promise<unknown> }> {
  const { server } = servers();
  server.on('GET /info', json({ ID: 'a' }));
  const own = await openWays({ endpoint: server.endpoint }, undefined, plant);
  opened = own;
  return { ways: own, askThrough: async (call) => (await askAt(await own.through(server.endpoint), call)).json };
}

test('a fault is on the way to another endpoint too, with one hand however often it is gone', async () => {
  const { ways: open, askThrough } = await ways(nth(2, answers('GET /info', set('ID', 'b'))));
  const seen = [await askThrough('GET /info'), await askThrough('GET /info'), await askThrough('GET /info')];
  expect(seen).toEqual([{ ID: 'a' }, { ID: 'b' }, { ID: 'a' }]);
  expect(open.planted).toBe(1);
});

test('no second proxy is before the one at which the engine is found', async () => {
  const { ways: open } = await ways(answers('GET /info', set('ID', 'b')));
  expect(await open.through(open.endpoint)).toBe(open.endpoint);
});

test('where a claim comes with TLS it comes straight to the engine', async () => {
  const { ways: open } = await ways(answers('GET /info', set('ID', 'b')));
  const endpoint = { kind: 'tcp', host: '127.0.0.1', port: 1, tls: { verify: true } } as const;
  expect(await open.through(endpoint)).toBe(endpoint);
});
