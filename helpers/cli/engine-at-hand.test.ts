import { someTarget } from '../fixtures/facts';
import { body, type HttpAnswers, httpAnswers, json } from '../fixtures/http-answers';
import { parseLabEngine } from '../lab/engine-name';
import { endpointUrl } from '../target/endpoint-url';
import { UsageError } from '../usage-error';
import { engineAtHand } from './engine-at-hand';

const bootstrapEngine = jest.fn();
// Called late: the mock is set before the line above is reached.
jest.mock('../bootstrap/engine', () => ({ bootstrapEngine: (options: unknown) => bootstrapEngine(options) }));

const withLabTargets = jest.fn();
jest.mock('./lab-at-hand.js', () => ({ withLabTargets: (...given: unknown[]) => withLabTargets(...given) }), {
  virtual: true,
});

let server: HttpAnswers;
const say = jest.fn<void, [string]>();
const { signal } = new AbortController();
beforeEach(async () => {
  bootstrapEngine.mockReset();
  withLabTargets.mockReset();
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

describe('targets of the lab', () => {
  const run = { id: 'bcdfghjklm', logs: '/logs' };
  const wanted = { id: 'docker@26.1.5', lab: parseLabEngine('docker@26.1.5'), source: '--target' };
  const started = someTarget({ id: 'docker@26.1.5' });
  const { DOCKER_HOST } = process.env;
  beforeEach(() => {
    process.env.DOCKER_HOST = endpointUrl(server.endpoint);
  });
  afterEach(() => {
    if (DOCKER_HOST === undefined) delete process.env.DOCKER_HOST;
    else process.env.DOCKER_HOST = DOCKER_HOST;
  });

  test('are started on the engine that a docker client would use, and stopped at the end', async () => {
    const stop = jest.fn(async () => {});
    withLabTargets.mockResolvedValue({ targets: [started], stop });
    const atHand = await engineAtHand([wanted], false, say, signal, run);
    expect(atHand.targets).toEqual([started]);
    const [targets, outer, settings] = withLabTargets.mock.calls[0] ?? [];
    expect(targets).toEqual([wanted]);
    expect(outer).toMatchObject({ endpoint: server.endpoint, source: 'DOCKER_HOST' });
    expect(settings).toMatchObject({ ...run, bootstrap: false });
    await atHand.stop();
    expect(stop).toHaveBeenCalledTimes(1);
    expect(bootstrapEngine).not.toHaveBeenCalled();
  });

  test('are started on an engine that is started for them where none answers, and that is stopped last', async () => {
    const ends: string[] = [];
    bootstrapEngine.mockResolvedValue({ socketPath: '/run/started.sock', stop: async () => void ends.push('outer') });
    withLabTargets.mockResolvedValue({ targets: [started], stop: async () => void ends.push('lab') });
    await server.close();
    const atHand = await engineAtHand([wanted], true, say, signal, run);
    expect(withLabTargets.mock.calls[0]?.[1]).toMatchObject({ endpoint: { socketPath: '/run/started.sock' } });
    await atHand.stop();
    expect(ends).toEqual(['lab', 'outer']);
  });

  test('that do not start leave no engine behind that was started for them', async () => {
    const stop = jest.fn(async () => {});
    bootstrapEngine.mockResolvedValue({ socketPath: '/run/started.sock', stop });
    withLabTargets.mockRejectedValue(new UsageError('no debootstrap'));
    await server.close();
    await expect(engineAtHand([wanted], true, say, signal, run)).rejects.toThrow('no debootstrap');
    expect(stop).toHaveBeenCalledTimes(1);
  });
});
