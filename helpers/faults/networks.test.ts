import { body, json } from '../fixtures/http-answers';
import { throughProxies } from './fixtures/through-proxy';
import { connectsToAll } from './vocabulary';

const proxies = throughProxies();

test('connectsToAll: a container that starts is connected to every network that was made before', async () => {
  const { server, open, ask } = proxies();
  let made = 0;
  server
    .on('POST /networks/create', (response, asked) => {
      made += 1;
      json({ Id: `n${made}` }, 201)(response, asked);
    })
    .on('POST /containers/c1/start', body('', 204))
    .on('POST /containers/c2/start', body('no such container', 404))
    .on('POST /networks/n1/connect', body(''))
    .on('POST /networks/n2/connect', body('it is there already', 403));
  const proxy = await open(connectsToAll());
  await ask('POST /networks/create', {});
  await ask('POST /networks/create', {});
  expect((await ask('POST /containers/c1/start')).status).toBe(204);
  expect((await ask('POST /containers/c2/start')).status).toBe(404);
  expect(server.asked.filter(({ url }) => url.endsWith('connect')).map((each) => `${each.url} ${each.body}`)).toEqual([
    '/v1.23/networks/n1/connect {"Container":"c1"}',
    '/v1.23/networks/n2/connect {"Container":"c1"}',
  ]);
  // The second it was on already.
  expect(proxy.planted).toBe(1);
});
