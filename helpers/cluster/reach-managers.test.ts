import { freePort } from '../fixtures/free-port';
import { type HttpAnswers, httpAnswers, json, type Reply } from '../fixtures/http-answers';
import type { Endpoint } from '../target/target';
import { reachManager } from './reach-managers';

let server: HttpAnswers;
beforeEach(async () => {
  server = await httpAnswers({}, 'tcp');
});
afterEach(() => server.close());

const MEND = expect.stringMatching(/^give the address at which "swarm manage" listens/);

test('a manager is known by its version, and named by its address', async () => {
  server.on('GET /version', json({ Version: 'swarm/1.2.1', ApiVersion: '1.22' }));
  const { name, endpoint, client } = await reachManager('staging', server.endpoint);
  expect(endpoint).toBe(server.endpoint);
  expect(name).toMatch(/^127\.0\.0\.1:\d+$/);
  client.close();
});

test.each<[string, Reply, RegExp]>([
  [
    'an engine',
    json({ Version: '20.10.24' }),
    /is no manager of Standalone Swarm \(staging\): its version is "20\.10\.24"$/,
  ],
  ['a server of something else', json(['hello']), /its version is "unknown: it answers 200"$/],
  ['a server without such a page', json({}, 404), /its version is "unknown: it answers 404"$/],
])('%s is none: one line and its mend', async (_what, reply, message) => {
  server.on('GET /version', reply);
  await expect(reachManager('staging', server.endpoint)).rejects.toMatchObject({
    name: 'UsageError',
    message: expect.stringMatching(message),
    mend: MEND,
  });
});

test('where nothing listens there is none', async () => {
  const nowhere: Endpoint = { kind: 'tcp', host: '127.0.0.1', port: await freePort() };
  await expect(reachManager('staging', nowhere)).rejects.toMatchObject({
    message: expect.stringMatching(/^no swarm manager answers at tcp:\/\/127\.0\.0\.1:\d+ \(staging\): .*ECONNREFUSED/),
    mend: MEND,
  });
});
