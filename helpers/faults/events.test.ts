/** Events that are told otherwise than they came; and at once. */
import { request } from 'node:http';
import { body } from '../fixtures/http-answers';
import { addressOf, throughProxies } from './fixtures/through-proxy';
import { changesEvents, delaysEvents, inventsEvents, losesEvents, type Plant } from './vocabulary';

const proxies = throughProxies();

const event = (id: string, Action: string) => `${JSON.stringify({ Type: 'network', Action, Actor: { ID: id } })}\n`;
const LIFE = [
  event('a', 'create'),
  event('b', 'create'),
  event('a', 'connect'),
  event('a', 'destroy'),
  event('b', 'destroy'),
];

test.each<[string, Plant, readonly string[], number]>([
  ['lost', losesEvents('connect'), ['a create', 'b create', 'a destroy', 'b destroy'], 1],
  [
    'invented',
    inventsEvents('connect', 'update'),
    ['a create', 'b create', 'a connect', 'a update', 'a destroy', 'b destroy'],
    1,
  ],
  ['delayed', delaysEvents('create', 'destroy'), ['a connect', 'a destroy', 'a create', 'b destroy', 'b create'], 4],
  [
    'changed',
    changesEvents(({ Actor: _actor, ...rest }) => rest),
    ['- create', '- create', '- connect', '- destroy', '- destroy'],
    5,
  ],
])('%s', async (_what, plant, expected, planted) => {
  const { server, open, ask } = proxies();
  server.on('GET /events', body(LIFE.join('')));
  const proxy = await open(plant);
  const { text } = await ask('GET /events?since=1');
  const told = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { Action: string; Actor?: { ID: string } });
  expect(told.map(({ Action, Actor }) => `${Actor?.ID ?? '-'} ${Action}`)).toEqual(expected);
  expect(proxy.planted).toBe(planted);
});

test('a line that comes in two pieces, some time apart, is one event', async () => {
  const { server, open, ask } = proxies();
  const [whole = ''] = LIFE;
  server.on('GET /events', (response) => {
    response.writeHead(200).write(whole.slice(0, 20), () => void setTimeout(() => response.end(whole.slice(20)), 50));
  });
  const proxy = await open(inventsEvents('create', 'update'));
  const { text } = await ask('GET /events');
  const actions = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).Action);
  expect(actions).toEqual(['create', 'update']);
  expect(proxy.planted).toBe(1);
});

test('who listens is told each event at once, and leaves when it has heard enough', async () => {
  const { server, open } = proxies();
  let left = false;
  server.on('GET /events', (response) => {
    response.once('close', () => {
      left = true;
    });
    response.writeHead(200);
    // Cut in the middle of a line, and never ended.
    response.write(`${LIFE[0]}${LIFE[2]?.slice(0, 10)}`);
  });
  const proxy = await open(losesEvents('destroy'));
  const heard = await new Promise<string>((resolve, reject) => {
    const listening = request({ ...addressOf(proxy.endpoint), path: '/v1.23/events', agent: false }, (response) => {
      response.setEncoding('utf8').once('data', (text: string) => {
        listening.destroy();
        resolve(text);
      });
    });
    listening.on('error', reject).end();
  });
  expect(JSON.parse(heard)).toMatchObject({ Action: 'create' });
  await expect(until(() => left)).resolves.toBe(true);
  expect(proxy.broken).toEqual([]);
});

async function until(condition: () => boolean): Promise<boolean> {
  for (let turn = 0; turn < 200 && !condition(); turn += 1) await new Promise((resolve) => setTimeout(resolve, 10));
  return condition();
}
