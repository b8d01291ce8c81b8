import { someTarget } from '../fixtures/facts';
import { body, type HttpAnswers, httpAnswers, json } from '../fixtures/http-answers';
import { UsageError } from '../usage-error';
import { engineAtHand } from './engine-at-hand';

const bootstrapEngine = jest.fn();
// Called late: the mock is set before the line above is reached.
jest.mock('../bootstrap/engine', () => ({ bootstrapEngine: (options: unknown) => bootstrapEngine(options) }));

let server: HttpAnswers;
const say = jest.fn<void, [string]>();
const { signal } = new AbortController();
beforeEach(async () => {
  bootstrapEngine.mockReset();
  server = await httpAnswers({
    'GET /version': json({ Version: '20.10.24', ApiVersion: '1.41', MinAPIVersion: '1.12' }),
    'GET /info': json({}),
  });
});
afterEach(() => server.close());

const here = () => someTarget({ endpoint: server.endpoint });

describe('the targets of a run', () => {
  test('are those that were given, without a look at them, where nothing is to be started', async () => {
    const targets = [here(), someTarget({ id: 'other' })];
    const atHand = await engineAtHand(targets, false, say, signal);
    expect(atHand.targets).toBe(targets);
    await atHand.stop();
    expect(server.asked).toEqual([]);
    expect(bootstrapEngine).not.toHaveBeenCalled();
  });

  test('are the default one where it answers, and nothing is started', async () => {
    const targets = [here()];
    expect((await engineAtHand(targets, true, say, signal)).targets).toBe(targets);
    expect(server.calls()).toEqual(['GET /version', 'GET /info']);
    expect(bootstrapEngine).not.toHaveBeenCalled();
  });

  test.each<[string, () => Promise<void> | void]>([
    ['nobody answers', () => server.close()],
    ['what answers is no engine', () => void server.on('GET /version', body('hello'))],
  ])('are an engine that is started where %s, and stopped at the end', async (_what, before) => {
    const stop = jest.fn<Promise<void>, []>(async () => {});
    bootstrapEngine.mockResolvedValue({ socketPath: '/run/started.sock', stop });
    await before();
    const atHand = await engineAtHand([here()], true, say, signal);
    expect(atHand.targets).toEqual([
      expect.objectContaining({
        id: 'bootstrap',
        endpoint: { kind: 'unix', socketPath: '/run/started.sock' },
        source: '--bootstrap',
        own: true,
      }),
    ]);
    expect(bootstrapEngine).toHaveBeenCalledWith({ log: say, signal });
    expect(stop).not.toHaveBeenCalled();
    await atHand.stop();
    expect(stop).toHaveBeenCalledTimes(1);
  });

  test('are none where an engine can neither be reached nor started', async () => {
    bootstrapEngine.mockRejectedValue(new UsageError('no root', 'run as root'));
    await server.close();
    await expect(engineAtHand([here()], true, say, signal)).rejects.toMatchObject({
      name: 'UsageError',
      mend: 'run as root',
    });
  });
});
