import { enginesOfTests } from '../fixtures/engines-of-tests';
import { json, late } from '../fixtures/http-answers';
import type { EngineContext } from './calls';

const current = enginesOfTests();

describe('what is made', () => {
  test.each<[string, string, Record<string, unknown>, Record<string, unknown>, string]>([
    ['container', '/containers/create', { Image: 'probe', Labels: { own: '1' } }, { Id: 'c1', Warnings: null }, 'c1'],
    ['network', '/networks/create', { Name: 'n' }, { Id: 'n1', Warning: '' }, 'n1'],
    ['volume', '/volumes/create', { Name: 'v' }, { Name: 'v' }, 'v'],
    ['service', '/services/create', { Name: 's' }, { ID: 's1', Warnings: null }, 's1'],
  ])('as %s is labelled, and told before the answer is', async (kind, path, sent, answered, id) => {
    const { server, engine } = current();
    server.on(`POST ${path}`, json(answered, 201));
    const told: unknown[] = [];
    const created: EngineContext['created'] = async (...args) => void told.push(args);
    await engine({ labels: { run: 'r1' }, apiVersion: '1.25', created }).post(path, { body: sent });
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
    const { server, engine } = current();
    server.on('POST /containers/create', json(...answer));
    const created = jest.fn<Promise<void>, []>();
    await engine({ created }).post('/containers/create', { body: { Image: 'probe' } });
    expect(created).not.toHaveBeenCalled();
  });

  test('is heard of to its end, though the claim is over, and what makes nothing is given up', async () => {
    const { server, engine } = current();
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
