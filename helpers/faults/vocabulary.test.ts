/** Every word of the vocabulary, planted before a server that is sound: what the suite sees, and what the server was asked. */
import { body, cut, inTurn, json, type Reply } from '../fixtures/http-answers';
import { type Answered, throughProxies } from './fixtures/through-proxy';
import {
  accepts,
  alsoDoes,
  answers,
  answersHeader,
  answersStatus,
  answersText,
  drop,
  finishes,
  isObject,
  late,
  mishears,
  mishearsQuery,
  mistakes,
  nth,
  outdated,
  type Plant,
  refusals,
  refuses,
  refusesSaying,
  refusesWith,
  rewords,
  sent,
  set,
  since,
  swallows,
  where,
} from './vocabulary';

const proxies = throughProxies();

/** A sound server: a network that can be read, made and left, and nothing else. */
const SOUND: Readonly<Record<string, Reply>> = {
  'GET /networks/abc': json({ Id: 'abc', Scope: 'local' }),
  'GET /networks/none': body('no such network\n', 404),
  'POST /networks/create': json({ Id: 'new' }, 201),
  'POST /networks/abc/disconnect': body(''),
  'DELETE /networks/abc': body('in use\n', 409),
};

interface Case {
  readonly what: string;
  readonly plant: Plant;
  readonly calls: readonly (readonly [call: string, body?: unknown])[];
  /** Status, then the JSON or else the text, of each answer. */
  readonly sees: readonly (readonly [status: number, content: unknown])[];
  /** What the server was asked, with query and body, where that is the matter. */
  readonly asked?: readonly string[];
  readonly planted: number;
}

const READ = ['GET /networks/abc'] as const;
const MISSING = ['GET /networks/none'] as const;
const MAKE = ['POST /networks/create', { Name: 'ec-1', Internal: true }] as const;
const LEAVE = ['POST /networks/abc/disconnect', { Container: 'c1', Force: true }] as const;
const NETWORK = { Id: 'abc', Scope: 'local' };

const CASES: readonly Case[] = [
  {
    what: 'answers',
    plant: answers('GET /networks/*', set('Scope', 'global')),
    calls: [READ, MISSING],
    sees: [
      [200, { Id: 'abc', Scope: 'global' }],
      [404, 'no such network\n'],
    ],
    planted: 1,
  },
  {
    what: 'answers, where nothing changes',
    plant: answers('GET /networks/*', drop('Nothing')),
    calls: [READ],
    sees: [[200, NETWORK]],
    planted: 0,
  },
  {
    what: 'answersStatus',
    plant: answersStatus('GET /networks/*', 204),
    calls: [MISSING],
    sees: [[404, 'no such network\n']],
    planted: 0,
  },
  {
    what: 'answersStatus, of a success',
    plant: answersStatus('POST /networks/create', 200),
    calls: [MAKE],
    sees: [[200, { Id: 'new' }]],
    planted: 1,
  },
  {
    what: 'answersText',
    plant: answersText('GET /networks/*', 'null'),
    calls: [READ],
    sees: [[200, null]],
    planted: 1,
  },
  {
    what: 'refusesWith',
    plant: refusesWith('GET /networks/*', 500),
    calls: [READ, MISSING],
    sees: [
      [200, NETWORK],
      [500, 'no such network\n'],
    ],
    planted: 1,
  },
  {
    what: 'refusesSaying',
    plant: refusesSaying('GET /networks/*', 'no'),
    calls: [READ, MISSING],
    sees: [
      [200, NETWORK],
      [404, 'no\n'],
    ],
    planted: 1,
  },
  {
    what: 'accepts',
    plant: accepts('DELETE /networks/*', 204),
    calls: [['DELETE /networks/abc']],
    sees: [[204, '']],
    asked: ['DELETE /v1.23/networks/abc '],
    planted: 1,
  },
  {
    what: 'accepts, of a success',
    plant: accepts('GET /networks/*', 200, {}),
    calls: [READ],
    sees: [[200, NETWORK]],
    planted: 0,
  },
  {
    what: 'swallows',
    plant: swallows('POST /networks/create', 201, { Id: 'made up' }),
    calls: [MAKE],
    sees: [[201, { Id: 'made up' }]],
    asked: [],
    planted: 1,
  },
  {
    what: 'refuses, in the words of 1.23',
    plant: refuses('POST /networks/create', 409, 'taken'),
    calls: [MAKE],
    sees: [[409, 'taken\n']],
    asked: [],
    planted: 1,
  },
  {
    what: 'refuses, in the words of 1.24',
    plant: refuses('POST /networks/create', 409, 'taken'),
    calls: [['POST /v1.24/networks/create', {}]],
    sees: [[409, { message: 'taken' }]],
    planted: 1,
  },
  {
    what: 'refusals',
    plant: refusals('GET /networks/*', drop('message')),
    calls: [READ],
    sees: [[200, NETWORK]],
    planted: 0,
  },
  {
    what: 'mishears',
    plant: mishears('POST /networks/create', drop('Internal')),
    calls: [MAKE],
    sees: [[201, { Id: 'new' }]],
    asked: ['POST /v1.23/networks/create {"Name":"ec-1"}'],
    planted: 1,
  },
  {
    what: 'mishearsQuery',
    plant: mishearsQuery('DELETE /networks/*', { v: null, force: '1' }),
    calls: [['DELETE /networks/abc?v=1&x=2']],
    sees: [[409, 'in use\n']],
    asked: ['DELETE /v1.23/networks/abc?x=2&force=1 '],
    planted: 1,
  },
  {
    what: 'mistakes',
    plant: mistakes('GET /networks/*', () => '/networks/none'),
    calls: [READ],
    sees: [[404, 'no such network\n']],
    asked: ['GET /v1.23/networks/none '],
    planted: 1,
  },
  {
    what: 'alsoDoes, before',
    plant: alsoDoes('POST /networks/*/disconnect', 'before', async (asked, look) => {
      const network = await look('/networks/abc');
      const body = { Name: `${sent(asked, 'Container')} ${isObject(network) ? network.Scope : ''}` };
      return [{ method: 'POST', path: '/networks/create', body }];
    }),
    calls: [LEAVE],
    sees: [[200, '']],
    asked: [
      'GET /v1.23/networks/abc ',
      'POST /v1.23/networks/create {"Name":"c1 local"}',
      'POST /v1.23/networks/abc/disconnect {"Container":"c1","Force":true}',
    ],
    planted: 1,
  },
  {
    what: 'alsoDoes, after',
    plant: alsoDoes('POST /networks/*/disconnect', 'after', () => [
      { method: 'DELETE', path: '/networks/abc', query: 'f=1' },
    ]),
    calls: [LEAVE],
    sees: [[200, '']],
    asked: ['POST /v1.23/networks/abc/disconnect {"Container":"c1","Force":true}', 'DELETE /v1.23/networks/abc?f=1 '],
    planted: 1,
  },
  {
    what: 'nth',
    plant: nth(2, refuses('GET /networks/*', 500, 'no')),
    calls: [READ, READ, READ],
    sees: [
      [200, NETWORK],
      [500, 'no\n'],
      [200, NETWORK],
    ],
    planted: 1,
  },
  {
    what: 'since',
    plant: since(2, refuses('GET /networks/*', 500, 'no')),
    calls: [READ, READ, READ],
    sees: [
      [200, NETWORK],
      [500, 'no\n'],
      [500, 'no\n'],
    ],
    planted: 2,
  },
  {
    what: 'where',
    plant: where(
      (sentBody) => isObject(sentBody) && sentBody.Force === true,
      refuses('POST /networks/*/disconnect', 500, 'no'),
    ),
    calls: [LEAVE, ['POST /networks/abc/disconnect', { Container: 'c1' }], ['POST /networks/abc/disconnect']],
    sees: [
      [500, 'no\n'],
      [200, ''],
      [200, ''],
    ],
    planted: 1,
  },
];

test.each(CASES)('$what', async ({ plant, calls, sees, asked, planted }) => {
  const { server, open, ask } = proxies();
  for (const [call, reply] of Object.entries(SOUND)) server.on(call, reply);
  const proxy = await open(plant);
  const seen: unknown[] = [];
  for (const [call, content] of calls) seen.push(shown(await ask(call, content)));
  expect(seen).toEqual(sees);
  if (asked !== undefined) {
    expect(server.asked.map((each) => `${each.method} ${each.url} ${each.body}`)).toEqual(asked);
  }
  expect({ planted: proxy.planted, broken: proxy.broken }).toEqual({ planted, broken: [] });
});

test('rewords', async () => {
  const { server, open, ask } = proxies();
  server.on('GET /a', body('size: 7\n')).on('GET /b', body('no size: 7\n', 404));
  const proxy = await open(rewords(/^GET /, (text) => text.replace('7', '1')));
  expect([shown(await ask('GET /a')), shown(await ask('GET /b'))]).toEqual([
    [200, 'size: 1\n'],
    [404, 'no size: 7\n'],
  ]);
  expect(proxy.planted).toBe(1);
});

test('outdated', async () => {
  const { server, open, ask } = proxies();
  server.on('GET /networks/abc', inTurn(json({ at: 1 }), json({ at: 2 }))).on('GET /networks/def', json({ at: 9 }));
  const proxy = await open(outdated('GET /networks/*'));
  const calls = ['GET /networks/abc', 'GET /networks/abc', 'GET /networks/def', 'GET /networks/abc?x=1'];
  const seen: unknown[] = [];
  for (const call of calls) seen.push((await ask(call)).json);
  expect(seen).toEqual([{ at: 1 }, { at: 1 }, { at: 9 }, { at: 2 }]);
  expect(proxy.planted).toBe(1);
});

test('refusals, as JSON', async () => {
  const { server, open, ask } = proxies();
  server.on('GET /networks/none', json({ message: 'no such network' }, 404));
  await open(refusals('GET /networks/*', drop('message')));
  expect(shown(await ask('GET /v1.24/networks/none'))).toEqual([404, {}]);
});

test('answers leaves refusals as they are, also as JSON', async () => {
  const { server, open, ask } = proxies();
  server.on('GET /networks/none', json({ message: 'no such network' }, 404));
  const proxy = await open(answers('GET /networks/*', drop('message')));
  expect(shown(await ask('GET /v1.24/networks/none'))).toEqual([404, { message: 'no such network' }]);
  expect(proxy.planted).toBe(0);
});

test('answersHeader', async () => {
  const { server, open, ask } = proxies();
  server.on('GET /version', json({}));
  const proxy = await open(answersHeader('GET /version', 'content-type', 'text/html'));
  expect((await ask('GET /version')).headers['content-type']).toBe('text/html');
  expect(proxy.planted).toBe(1);
});

test('answersHeader leaves a header out', async () => {
  const { server, open, ask } = proxies();
  server.on('GET /version', json({}));
  const proxy = await open(answersHeader('GET /version', 'content-type', undefined));
  const { headers, json: document } = await ask('GET /version');
  expect([headers['content-type'], document]).toEqual([undefined, {}]);
  expect({ planted: proxy.planted, broken: proxy.broken }).toEqual({ planted: 1, broken: [] });
});

test('finishes', async () => {
  const { server, open, ask } = proxies();
  server.on('POST /images/a/push', inTurn(cut, json({ status: 'waiting' })));
  const proxy = await open(finishes('POST /images/*/push', { status: 'done' }));
  expect((await ask('POST /images/a/push')).json).toEqual({ status: 'done' });
  expect((await ask('POST /images/a/push')).json).toEqual({ status: 'waiting' });
  expect({ planted: proxy.planted, broken: proxy.broken }).toEqual({ planted: 1, broken: [] });
});

test('late', async () => {
  const { server, open, ask } = proxies();
  server.on('GET /version', json({}));
  await open(late('GET /version', 200));
  const begun = performance.now();
  expect((await ask('GET /version')).status).toBe(200);
  expect(performance.now() - begun).toBeGreaterThanOrEqual(199);
});

function shown({ status, json: document, text }: Answered): readonly [number, unknown] {
  return [status, document === undefined ? text : document];
}
