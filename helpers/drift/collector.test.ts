import { setImmediate } from 'node:timers/promises';
import { clientOn } from '../fixtures/engine-on';
import { body, cut, httpAnswers, json } from '../fixtures/http-answers';
import { ajvErrors } from '../schema/compile';
import { DriftCollector } from './collector';
import { anAnswer, recorded } from './fixtures/answers';

jest.mock('../schema/compile', () => {
  const actual = jest.requireActual<typeof import('../schema/compile')>('../schema/compile');
  return { ...actual, ajvErrors: jest.fn(actual.ajvErrors) };
});
const judging = jest.mocked(ajvErrors);

const version = recorded('02-version');
const places = (collector: DriftCollector) =>
  collector.result().places.map(({ schema, kind, path }) => `${schema} ${kind} ${path}`);

describe('a collector', () => {
  test('judges what came before it was told the version and after, and nothing at another version', () => {
    const collector = new DriftCollector();
    collector.take(anAnswer('/version', { ...version, Early: 1 }));
    expect(places(collector)).toEqual([]);
    collector.judgeAt('1.23');
    collector.take(anAnswer('/version', { ...version, Late: 1 }));
    collector.take(anAnswer('/version', { ...version, Newer: 1 }, { path: '/v1.41/version' }));
    collector.take(anAnswer('/version', { ...version, Unversioned: 1 }, { path: '/version' }));
    expect(places(collector)).toEqual(['version added /Early', 'version added /Late']);
  });

  test('judges successes of calls that a schema describes, whatever the query', () => {
    const collector = new DriftCollector();
    collector.judgeAt('1.23');
    collector.take(anAnswer('/containers/json?all=1&filters=%7B%7D', [7]));
    collector.take(anAnswer('/containers/c1/exec', { Id: 7 }, { method: 'POST', status: 201 }));
    collector.take(anAnswer('/containers/c1/json', { message: 'no such container' }, { status: 404 }));
    collector.take(anAnswer('/_ping', 'OK'));
    expect(places(collector)).toEqual(['container-list type /*', 'exec-create type /Id']);
  });

  test('tells of an answer that is longer than all that is judged, and judges others', () => {
    const collector = new DriftCollector();
    collector.judgeAt('1.23');
    collector.take({ ...anAnswer('/containers/json', []), text: ' '.repeat(9 * 1024 * 1024) });
    collector.take(anAnswer('/containers/json', [7]));
    const { places: found, leftOut } = collector.result();
    expect(found.map(({ kind }) => kind)).toEqual(['type']);
    expect(leftOut).toEqual(['1 answers of container-list after 8388608 characters']);
  });

  test('tells places in one order, whatever came first', () => {
    const answers = [
      anAnswer('/version', { ...version, B: 1 }),
      anAnswer('/networks', [7]),
      anAnswer('/version', { ...version, A: 1 }),
    ];
    const [one, other] = [answers, answers.toReversed()].map((order) => {
      const collector = new DriftCollector();
      collector.judgeAt('1.23');
      for (const answer of order) collector.take(answer);
      return places(collector);
    });
    expect(one).toEqual(['network-list type /*', 'version added /A', 'version added /B']);
    expect(other).toEqual(one);
  });

  test('judges while the process waits, and lets others have their turn', async () => {
    judging.mockClear();
    const collector = new DriftCollector();
    collector.judgeAt('1.23');
    const items = Array.from({ length: 3_000 }, () => ({ Odd: 1 }));
    collector.take(anAnswer('/networks', items));
    expect(judging).not.toHaveBeenCalled();
    let turns = 0;
    while (judging.mock.calls.length < items.length) {
      await setImmediate();
      turns += 1;
    }
    expect(turns).toBeGreaterThan(2);
    judging.mockClear();
    expect(places(collector)).toContain('network-list added /*/Odd');
    expect(judging).not.toHaveBeenCalled();
  });

  test('hears of every whole answer that a client gets', async () => {
    const server = await httpAnswers({
      'GET /version': json({ ...version, Odd: 1 }),
      'GET /info': cut,
      'GET /_ping': body('OK'),
    });
    const client = clientOn(server.endpoint);
    const collector = new DriftCollector();
    client.hear(collector.take);
    collector.judgeAt('1.23');
    await client.send({ method: 'GET', path: '/version', apiVersion: '1.23' });
    await client.send({ method: 'GET', path: '/_ping', apiVersion: '1.23' });
    await expect(client.send({ method: 'GET', path: '/info', apiVersion: '1.23' })).rejects.toMatchObject({
      name: 'EngineTrouble',
    });
    client.close();
    await server.close();
    expect(collector.result()).toMatchObject({ places: [{ path: '/Odd', answers: 1, departed: 1 }], leftOut: [] });
  });
});
