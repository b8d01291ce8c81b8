import type { Answer } from '../engine/answer';
import type { SchemaName } from '../schema/validator';
import { Collapse } from './collapse';
import { anAnswer, recorded, without } from './fixtures/answers';

const container = recorded('24-container-web-01');
const networks = recorded('06-networks') as unknown as readonly Record<string, unknown>[];

/** What was found in these answers: the place, and how many of how many answers depart there. */
function found(schema: SchemaName, answers: readonly Answer[]) {
  const collapse = new Collapse(schema);
  for (const answer of answers) for (const _ of collapse.judge(answer));
  const places = collapse
    .places()
    .map(({ path, kind, departed, answers: of }) => `${kind} ${path}: ${departed} of ${of}`);
  return { places, leftOut: collapse.leftOut(), collapse };
}

const inspected = (...bodies: readonly unknown[]) => bodies.map((body) => anAnswer('/containers/c1/json', body));

describe('answers of one schema', () => {
  test('that are those of v1.23 depart nowhere', () => {
    expect(found('container-inspect', inspected(container, container)).places).toEqual([]);
    expect(found('network-list', [anAnswer('/networks', networks), anAnswer('/networks', [])]).places).toEqual([]);
  });

  test('that lack a field, have one more, or another type or format, depart in that place and no other', () => {
    const missing = without(container, 'Path');
    const added = { ...container, Platform: 'linux' };
    const renamed = { ...without(container, 'Path'), Program: '/probe/idle' };
    const retyped = { ...container, RestartCount: '0' };
    const reformed = { ...container, Id: 'c1' };
    const nothing = { ...container, Config: null };
    expect(found('container-inspect', inspected(missing)).places).toEqual(['missing /Path: 1 of 1']);
    expect(found('container-inspect', inspected(added)).places).toEqual(['added /Platform: 1 of 1']);
    expect(found('container-inspect', inspected(renamed)).places).toEqual([
      'missing /Path: 1 of 1',
      'added /Program: 1 of 1',
    ]);
    expect(found('container-inspect', inspected(retyped)).places).toEqual(['type /RestartCount: 1 of 1']);
    expect(found('container-inspect', inspected(reformed)).places).toEqual(['format /Id: 1 of 1']);
    expect(found('container-inspect', inspected(nothing)).places).toEqual(['type /Config: 1 of 1']);
  });

  test('are collapsed over items of arrays and keys of maps, and counted once each', () => {
    const changed = networks.map((network) => ({ ...without(network, 'Scope'), Created: 'now' }));
    const answers = [anAnswer('/networks', changed), anAnswer('/networks', networks), anAnswer('/networks', changed)];
    expect(networks.length).toBeGreaterThan(2);
    expect(found('network-list', answers).places).toEqual(['missing /*/Scope: 2 of 3', 'added /*/Created: 2 of 3']);
  });

  test('keep an example: what was expected, what was there, and the call', () => {
    const { collapse } = found('container-inspect', inspected(container, { ...container, RestartCount: null }));
    expect(collapse.places()).toEqual([
      {
        schema: 'container-inspect',
        path: '/RestartCount',
        kind: 'type',
        expected: 'an integer',
        observed: 'null',
        seen: { method: 'GET', path: '/v1.23/containers/c1/json' },
        answers: 2,
        departed: 1,
      },
    ]);
  });

  test('show one rule of a place, whichever was broken first', () => {
    const withPrefix = (IPPrefixLen: number) => ({
      ...container,
      NetworkSettings: { ...(container.NetworkSettings as object), IPPrefixLen },
    });
    const wrong = [withPrefix(-1), withPrefix(64)];
    const shown = [wrong, wrong.toReversed()].map((bodies) =>
      found('container-inspect', inspected(...bodies))
        .collapse.places()
        .map(({ path, expected, observed, departed }) => [path, expected, observed, departed]),
    );
    const first = ['/NetworkSettings/IPPrefixLen', 'at least 0', '-1', 2];
    expect(shown).toEqual([[first], [first]]);
  });

  test('are judged to the last item, however many depart before', () => {
    const many = Array.from({ length: 300 }, () => ({ ...networks[0], A: 1, B: 2, C: 3 }));
    const last = { ...networks[0], Last: true };
    expect(found('network-list', [anAnswer('/networks', [...many, last])]).places).toContain('added /*/Last: 1 of 1');
    const volumes = recorded('57-volumes') as { Volumes: object[]; Warnings: null };
    const list = { ...volumes, Volumes: [...Array(300)].map(() => ({ ...volumes.Volumes[0], A: 1 })) };
    const answer = anAnswer('/volumes', { ...list, Volumes: [...list.Volumes, { ...volumes.Volumes[0], Last: 1 }] });
    expect(found('volume-list', [answer]).places).toEqual([
      'added /Volumes/*/A: 1 of 1',
      'added /Volumes/*/Last: 1 of 1',
    ]);
  });

  test.each<[SchemaName, unknown, string]>([
    ['network-list', {}, 'type : 1 of 1'],
    ['volume-list', [], 'type : 1 of 1'],
    ['volume-list', { Volumes: {}, Warnings: null }, 'type /Volumes: 1 of 1'],
    ['version', [], 'type : 1 of 1'],
    ['network-inspect', 7, 'type : 1 of 1'],
  ])('%s that is another document altogether departs as a whole: %j', (schema, body, place) => {
    expect(found(schema, [anAnswer('/x', body)]).places).toEqual([place]);
  });

  test('that are no JSON are left to whoever asked', () => {
    expect(found('version', [anAnswer('/version', 'hello')]).places).toEqual([]);
  });

  test('of containers that are on their way are left, as nobody sees them again', () => {
    const state = (Status: string) => ({ ...container, State: { ...(container.State as object), Status }, Odd: 1 });
    expect(found('container-inspect', inspected(state('removing'), state('stopping'))).places).toEqual([]);
    expect(found('container-inspect', inspected(state('removing'), state('exited'))).places).toEqual([
      'added /Odd: 1 of 1',
    ]);
    const list = recorded('14-containers') as unknown as readonly object[];
    const item = (State: string) => ({ ...list[0], State, Odd: 1 });
    const places = found('container-list', [anAnswer('/containers/json', [item('removing'), item('running')])]).places;
    expect(places).toEqual(['added /*/Odd: 1 of 1']);
    expect(found('container-list', [anAnswer('/containers/json', [item('removing')])]).places).toEqual([]);
    expect(found('container-list', [anAnswer('/containers/json', [item('asleep')])]).places).toEqual([
      'added /*/Odd: 1 of 1',
      'format /*/State: 1 of 1',
    ]);
  });
});

describe('events', () => {
  const event = { Type: 'network', Action: 'create', Actor: { ID: 'n1', Attributes: {} }, time: 1, timeNano: 2 };
  const lines = (...events: readonly unknown[]) => events.map((each) => `${JSON.stringify(each)}\n`).join('');

  test('are judged line by line, each as an answer', () => {
    const text = lines(event, { ...event, scope: 'local' }, without(event, 'Actor'), event);
    expect(found('event', [anAnswer('/events', text)]).places).toEqual([
      'added /scope: 1 of 4',
      'missing /Actor: 1 of 4',
    ]);
  });

  test('that were cut, or are no events, are left to whoever listens', () => {
    const text = `${lines(event)}\n{"Type":\n${lines({ ...event, scope: 'local' })}{"Type":"network","Odd`;
    expect(found('event', [anAnswer('/events', text)]).places).toEqual(['added /scope: 1 of 2']);
    expect(found('event', [anAnswer('/events', JSON.stringify({ ...event, scope: 'local' }))]).places).toEqual([]);
  });
});

describe('an engine that sends without measure', () => {
  test('is judged up to 8 MiB and 20,000 documents, and what is left out is said', () => {
    const large = anAnswer('/version', { Version: 'x'.repeat(3 * 1024 * 1024) });
    expect(found('version', [large, large, large, large]).leftOut).toEqual([
      '2 answers of version after 8388608 characters',
    ]);
    const items = anAnswer(
      '/networks',
      Array.from({ length: 20_010 }, () => 1),
    );
    expect(found('network-list', [items]).leftOut).toEqual(['1 answers of network-list after 20000 documents']);
  });

  test('has 500 places kept of one schema, and the rest counted', () => {
    const fields = (from: number) =>
      Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`F${from + index}`, 1]));
    const answers = [0, 150, 300, 450].map((from) =>
      anAnswer('/version', { ...recorded('02-version'), ...fields(from) }),
    );
    const { places, leftOut } = found('version', answers);
    expect(places).toHaveLength(500);
    expect(leftOut).toEqual(['100 departures of version in further places than 500']);
  });
});
