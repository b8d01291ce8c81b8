import { json } from '../fixtures/http-answers';
import { throughProxies } from './fixtures/through-proxy';
import { together } from './together';
import { answers, nth, refuses, set } from './vocabulary';

const current = throughProxies();

test('each of several faults is planted where it is meant, and all are counted', async () => {
  const { server, open, ask } = current();
  server.on('GET /info', json({ Name: 'a' })).on('GET /version', json({ Os: 'linux' }));
  const proxy = await open(
    together(nth(2, answers('GET /info', set('Name', 'b'))), refuses('POST /networks/create', 500, 'no')),
  );
  expect((await ask('GET /info')).json).toEqual({ Name: 'a' });
  expect((await ask('GET /info')).json).toEqual({ Name: 'b' });
  expect((await ask('POST /networks/create', { Name: 'n' })).status).toBe(500);
  expect((await ask('GET /version')).json).toEqual({ Os: 'linux' });
  expect(proxy.planted).toBe(2);
});
