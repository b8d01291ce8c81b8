import { empty, type HttpAnswers, httpAnswers, json } from '../fixtures/http-answers';
import { outerEnginesOfTests } from '../fixtures/outer-engine';
import { untilReady } from './ready';

const given = outerEnginesOfTests();
const ID = 'c'.repeat(64);
const { signal } = new AbortController();

let host: HttpAnswers;
beforeEach(async () => {
  host = await httpAnswers({}, 'tcp');
});
afterEach(() => host.close());

const port = () => (host.endpoint.kind === 'tcp' ? host.endpoint.port : 0);
const state = (status: string) => given().server.on(`GET /containers/${ID}/json`, json({ State: { Status: status } }));
const seen = (limitMs: number, by = signal) => untilReady(given().outer.engine, ID, port(), '/_ping', limitMs, by);

test('a host is ready as soon as it answers 200', async () => {
  state('running');
  setTimeout(() => host.on('GET /_ping', empty(200)), 60);
  expect(await seen(5_000)).toBe('ready');
});

test.each(['exited', 'dead'])('a host whose process is %s is not waited for', async (status) => {
  state(status);
  expect(await seen(60_000)).toBe('ended');
});

test('a host that answers anything else is silent, at the end of the limit', async () => {
  state('running');
  host.on('GET /_ping', json({}, 500));
  expect(await seen(100)).toBe('silent');
});

test('the wait is broken off with its signal', async () => {
  state('running');
  await expect(seen(60_000, AbortSignal.timeout(50))).rejects.toMatchObject({ name: 'AbortError' });
});
