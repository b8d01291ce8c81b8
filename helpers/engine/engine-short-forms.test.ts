import { clientOn, engineOn } from '../fixtures/engine-on';
import { body, bytes, empty, type HttpAnswers, httpAnswers, inTurn, json, multiplexed } from '../fixtures/http-answers';
import type { EngineClient } from './client';
import type { EngineContext } from './engine';
import { Transcript } from './transcript';

const CONTAINER = { id: 'c'.repeat(64), name: 'ec-x-1' };
const OF_CONTAINER = `/containers/${CONTAINER.id}`;

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

describe('a command in a container', () => {
  const start = (reply: Parameters<HttpAnswers['on']>[1]) =>
    server.on(`POST ${OF_CONTAINER}/exec`, json({ Id: 'e1' }, 201)).on('POST /exec/e1/start', reply);

  test('gives its output apart and its exit status, and the evidence shows it as text', async () => {
    start(
      body(
        multiplexed([
          [1, 'out'],
          [2, 'err'],
          [1, 'put\n'],
        ]),
        200,
        'application/vnd.docker.raw-stream',
      ),
    );
    server.on('GET /exec/e1/json', json({ ExitCode: 3, Running: false }));
    expect(await engine().exec(CONTAINER, ['id'])).toEqual({ exitCode: 3, stdout: 'output\n', stderr: 'err' });
    expect(JSON.parse(server.asked[0]?.body ?? '')).toEqual({ Cmd: ['id'], AttachStdout: true, AttachStderr: true });
    expect(JSON.parse(server.asked[1]?.body ?? '')).toEqual({ Detach: false, Tty: false });
    expect(evidence()[1]?.response).toBe('output\nerr');
  });

  test('whose output is cut is the trouble of the engine', async () => {
    start(body(multiplexed([[1, 'output']]).subarray(0, 10)));
    await expect(engine().exec(CONTAINER, ['id'])).rejects.toMatchObject({ name: 'EngineTrouble', kind: 'malformed' });
  });

  test.each([{ ExitCode: null, Running: true }, {}])(
    'without an exit status is the trouble of the engine: %j',
    async (exec) => {
      start(body(Buffer.alloc(0)));
      server.on('GET /exec/e1/json', json(exec));
      await expect(engine().exec(CONTAINER, ['id'])).rejects.toMatchObject({ kind: 'malformed' });
    },
  );

  test('that is refused throws what was answered', async () => {
    server.on(`POST ${OF_CONTAINER}/exec`, body('Container is not running\n', 409));
    await expect(engine().exec(CONTAINER, ['id'])).rejects.toMatchObject({ name: 'UnexpectedAnswer' });
  });
});

describe('short forms', () => {
  test('wait gives the exit status, and is trouble where there is none', async () => {
    server.on(`POST ${OF_CONTAINER}/wait`, inTurn(json({ StatusCode: 137 }), json({ StatusCode: '0' })));
    expect(await engine().wait(CONTAINER)).toBe(137);
    await expect(engine().wait(CONTAINER)).rejects.toMatchObject({ kind: 'malformed' });
  });

  test('logs come apart into both streams', async () => {
    server.on(
      `GET ${OF_CONTAINER}/logs`,
      body(
        multiplexed([
          [2, 'b'],
          [1, 'a'],
        ]),
      ),
    );
    expect(await engine().logs(CONTAINER)).toEqual({ stdout: 'a', stderr: 'b' });
    expect(evidence()[0]?.response).toBe('ab');
    expect(server.asked[0]?.url).toContain('?stdout=1&stderr=1');
  });

  test('events are one JSON a line, and a line that is none is the trouble of the engine', async () => {
    server.on(
      'GET /events',
      inTurn(
        body('{"Type":"network","Action":"create"}\n\n{"status":"start"}\n'),
        body(''),
        body('{"Type":\n'),
        body('null\n'),
      ),
    );
    const filters = { container: [CONTAINER.id] };
    expect(await engine().watchEvents(1.5, filters, () => false, 0.5)).toEqual([
      { Type: 'network', Action: 'create' },
      { status: 'start' },
    ]);
    const query = new URL(server.asked[0]?.url ?? '', 'http://localhost').searchParams;
    expect(Object.fromEntries(query)).toEqual({ since: '1.5', until: '2', filters: JSON.stringify(filters) });
    expect(await engine().watchEvents(1, {}, () => false, 1)).toEqual([]);
    for (const _ of ['cut', 'null']) {
      await expect(engine().watchEvents(1, {}, () => false, 1)).rejects.toMatchObject({
        name: 'EngineTrouble',
        kind: 'malformed',
      });
    }
  });

  test('volumes that the engine lists as null are none', async () => {
    server.on('GET /volumes', inTurn(json({ Volumes: null }), json({ Volumes: [{ Name: 'v' }] })));
    expect(await engine().volumes()).toEqual([]);
    expect(await engine().volumes()).toEqual([{ Name: 'v' }]);
  });

  test('names are encoded in a path', async () => {
    server.on('GET /*', empty(404));
    await expect(engine().volume('a/b?c')).rejects.toMatchObject({ name: 'UnexpectedAnswer' });
    await expect(engine().network('n m')).rejects.toMatchObject({ name: 'UnexpectedAnswer' });
    expect(server.asked.map(({ url }) => url)).toEqual(['/v1.23/volumes/a%2Fb%3Fc', '/v1.23/networks/n%20m']);
  });

  test('what acts on a container and a network asks so', async () => {
    server.on('POST /*', empty()).on('DELETE /*', empty());
    const network = { id: 'n1', name: 'n' };
    await engine().start(CONTAINER);
    await engine().stop(CONTAINER, 1);
    await engine().kill(CONTAINER, 'TERM');
    await engine().connect(network, CONTAINER, { Aliases: ['db'] });
    await engine().connect('n', CONTAINER);
    await engine().disconnect('n', CONTAINER, true);
    await engine().remove(CONTAINER, { v: 1, force: 1 });
    expect(server.asked.map(({ method, url, body: sent }) => [method, url.replace(CONTAINER.id, 'ID'), sent])).toEqual([
      ['POST', '/v1.23/containers/ID/start', ''],
      ['POST', '/v1.23/containers/ID/stop?t=1', ''],
      ['POST', '/v1.23/containers/ID/kill?signal=TERM', ''],
      [
        'POST',
        '/v1.23/networks/n1/connect',
        JSON.stringify({ Container: CONTAINER.id, EndpointConfig: { Aliases: ['db'] } }),
      ],
      ['POST', '/v1.23/networks/n/connect', JSON.stringify({ Container: CONTAINER.id })],
      ['POST', '/v1.23/networks/n/disconnect', JSON.stringify({ Container: CONTAINER.id, Force: true })],
      ['DELETE', '/v1.23/containers/ID?v=1&force=1', ''],
    ]);
  });

  test('an engine that talks no HTTP is trouble everywhere', async () => {
    server.on('GET /*', bytes('garbage\r\n\r\n'));
    await expect(engine().containers()).rejects.toMatchObject({ name: 'EngineTrouble', kind: 'unreachable' });
  });
});
