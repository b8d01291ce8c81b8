import { CONTAINER, enginesOfTests } from '../fixtures/engines-of-tests';
import { body, json, multiplexed, type Reply } from '../fixtures/http-answers';

const current = enginesOfTests();
const OF_CONTAINER = `/containers/${CONTAINER.id}`;

describe('a command in a container', () => {
  const start = (reply: Reply) =>
    current()
      .server.on(`POST ${OF_CONTAINER}/exec`, json({ Id: 'e1' }, 201))
      .on('POST /exec/e1/start', reply);

  test('gives its output apart and its exit status, and the evidence shows it as text', async () => {
    const { server, engine, evidence } = current();
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
    const { engine } = current();
    start(body(multiplexed([[1, 'output']]).subarray(0, 10)));
    await expect(engine().exec(CONTAINER, ['id'])).rejects.toMatchObject({ name: 'EngineTrouble', kind: 'malformed' });
  });

  test.each([{ ExitCode: null, Running: true }, {}])(
    'without an exit status is the trouble of the engine: %j',
    async (exec) => {
      const { server, engine } = current();
      start(body(Buffer.alloc(0)));
      server.on('GET /exec/e1/json', json(exec));
      await expect(engine().exec(CONTAINER, ['id'])).rejects.toMatchObject({ kind: 'malformed' });
    },
  );

  test('that is refused throws what was answered', async () => {
    const { server, engine } = current();
    server.on(`POST ${OF_CONTAINER}/exec`, body('Container is not running\n', 409));
    await expect(engine().exec(CONTAINER, ['id'])).rejects.toMatchObject({ name: 'UnexpectedAnswer' });
  });
});
