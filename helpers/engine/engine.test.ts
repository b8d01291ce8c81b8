import { clientOn, engineOn } from '../fixtures/engine-on';
import { body, type HttpAnswers, httpAnswers, json, late, reset } from '../fixtures/http-answers';
import type { EngineClient } from './client';
import type { EngineContext } from './engine';
import { Transcript } from './transcript';

const CONTAINER = { id: 'c'.repeat(64), name: 'ec-x-1' };

let server: HttpAnswers;
let client: EngineClient;
let transcript: Transcript;

beforeEach(async () => {
  server = await httpAnswers();
  client = clientOn(server.endpoint);
  transcript = new Transcript('body');
});
afterEach(async () => {
  client.close();
  await server.close();
});

const engine = (more: Partial<EngineContext> = {}) => engineOn(client, { transcript, ...more });
const evidence = () => transcript.evidence('full').calls;

describe('a call', () => {
  test('is asked at the version of the run, or at another where that is said, and is recorded', async () => {
    server.on('GET /info', json({ ID: 'x' })).on('GET /_ping', body('OK'));
    await engine({ apiVersion: '1.41' }).get('/info');
    await engine().get('/info', { apiVersion: '1.24' });
    await engine().get('/_ping', { apiVersion: null });
    expect(server.asked.map(({ url }) => url)).toEqual(['/v1.41/info', '/v1.24/info', '/_ping']);
    expect(evidence().map(({ path, status }) => [path, status])).toEqual([
      ['/v1.41/info', 200],
      ['/v1.24/info', 200],
      ['/_ping', 200],
    ]);
  });

  test('that API 1.23 does not know is not sent at 1.23, and is sent at 1.24', async () => {
    server.on('POST /containers/create', json({ Id: CONTAINER.id }, 201));
    const create = { body: { Image: 'probe', HostConfig: { AutoRemove: true } } };
    await expect(engine().post('/containers/create', create)).rejects.toMatchObject({ name: 'GuardError' });
    expect(server.asked).toEqual([]);
    await engine({ apiVersion: '1.25' }).post('/containers/create', create);
    expect(server.asked).toHaveLength(1);
  });

  test('that fails is recorded too, with why', async () => {
    server.on('GET /info', reset);
    await expect(engine().get('/info')).rejects.toMatchObject({ name: 'EngineTrouble', kind: 'unreachable' });
    expect(evidence()).toEqual([
      expect.objectContaining({ path: '/info', status: null, error: expect.stringMatching(/./) }),
    ]);
  });

  test('that is refused is an answer; a document that is refused, or is no JSON, throws', async () => {
    server.on('GET /info', body('the disk is full\n', 500)).on('GET /version', body('hello'));
    expect((await engine().get('/info')).status).toBe(500);
    await expect(engine().info()).rejects.toMatchObject({
      name: 'UnexpectedAnswer',
      message: 'GET /v1.23/info answered 500: the disk is full',
    });
    await expect(engine().version()).rejects.toMatchObject({ name: 'EngineTrouble', kind: 'malformed' });
  });
});

describe('what is made', () => {
  test.each<[string, string, Record<string, unknown>, Record<string, unknown>, string]>([
    ['container', '/containers/create', { Image: 'probe', Labels: { own: '1' } }, { Id: 'c1', Warnings: null }, 'c1'],
    ['network', '/networks/create', { Name: 'n' }, { Id: 'n1', Warning: '' }, 'n1'],
    ['volume', '/volumes/create', { Name: 'v' }, { Name: 'v' }, 'v'],
  ])('as %s is labelled, and told before the answer is', async (kind, path, sent, answered, id) => {
    server.on(`POST ${path}`, json(answered, 201));
    const told: unknown[] = [];
    const created: EngineContext['created'] = async (...args) => void told.push(args);
    await engine({ labels: { run: 'r1' }, created }).post(path, { body: sent });
    const labelled = { ...sent, Labels: { ...((sent.Labels as object | undefined) ?? {}), run: 'r1' } };
    expect(JSON.parse(server.asked[0]?.body ?? '')).toEqual(labelled);
    expect(told).toEqual([[kind, id, labelled]]);
  });

  test.each<[string, Parameters<typeof json>]>([
    ['is refused', [{ message: 'no' }, 409]],
    ['names no id', [{}, 201]],
    ['names an id that is no text', [{ Id: 7 }, 201]],
    ['is no object', [['c1'], 201]],
  ])('is nothing where the answer %s', async (_what, answer) => {
    server.on('POST /containers/create', json(...answer));
    const created = jest.fn<Promise<void>, []>();
    await engine({ created }).post('/containers/create', { body: { Image: 'probe' } });
    expect(created).not.toHaveBeenCalled();
  });

  test('is heard of to its end, though the claim is over, and what makes nothing is given up', async () => {
    server.on('POST /networks/create', late(40, json({ Id: 'n1' }, 201))).on('GET /info', late(40, json({})));
    server.on('POST /images/create', late(40, json({})));
    const created = jest.fn<Promise<void>, []>(async () => {});
    const over = new AbortController();
    const mine = engine({ signal: over.signal, created });
    const made = mine.post('/networks/create', { body: { Name: 'n' } });
    const sent = mine.sendArchive('POST', '/images/create', Buffer.from('a tar'), { fromSrc: '-' });
    const asked = mine.get('/info');
    setTimeout(() => over.abort(), 15);
    await expect(asked).rejects.toMatchObject({ kind: 'aborted' });
    expect((await made).status).toBe(201);
    expect((await sent).status).toBe(200);
    expect(created).toHaveBeenCalledTimes(1);
  });
});
