import { CONTAINER, enginesOfTests } from '../fixtures/engines-of-tests';
import { body, json, reset } from '../fixtures/http-answers';

const current = enginesOfTests();

describe('a call', () => {
  test('is asked at the version of the run, or at another where that is said, and is recorded', async () => {
    const { server, engine, evidence } = current();
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
    const { server, engine } = current();
    server.on('POST /containers/create', json({ Id: CONTAINER.id }, 201));
    const create = { body: { Image: 'probe', HostConfig: { AutoRemove: true } } };
    await expect(engine().post('/containers/create', create)).rejects.toMatchObject({ name: 'GuardError' });
    expect(server.asked).toEqual([]);
    await engine({ apiVersion: '1.25' }).post('/containers/create', create);
    expect(server.asked).toHaveLength(1);
  });

  test('that fails is recorded too, with why', async () => {
    const { server, engine, evidence } = current();
    server.on('GET /info', reset);
    await expect(engine().get('/info')).rejects.toMatchObject({ name: 'EngineTrouble', kind: 'unreachable' });
    expect(evidence()).toEqual([
      expect.objectContaining({ path: '/info', status: null, error: expect.stringMatching(/./) }),
    ]);
  });

  test('that is refused is an answer; a document that is refused, or is no JSON, throws', async () => {
    const { server, engine } = current();
    server.on('GET /info', body('the disk is full\n', 500)).on('GET /version', body('hello'));
    expect((await engine().get('/info')).status).toBe(500);
    await expect(engine().info()).rejects.toMatchObject({
      name: 'UnexpectedAnswer',
      message: 'GET /v1.23/info answered 500: the disk is full',
    });
    await expect(engine().version()).rejects.toMatchObject({ name: 'EngineTrouble', kind: 'malformed' });
  });
});
