import { someTarget } from '../fixtures/facts';
import { httpAnswers, json } from '../fixtures/http-answers';
import type { Target } from '../target/target';
import { openOuterEngine } from './outer-engine';

const tcp = (host: string) => someTarget({ endpoint: { kind: 'tcp', host, port: 2375 }, source: 'DOCKER_HOST' });

describe('an outer engine', () => {
  test.each<[string, Target]>([
    ['another machine', tcp('192.0.2.1')],
    ['a name that may be anybody', tcp('localhost.example')],
    ['ssh', someTarget({ endpoint: { kind: 'ssh', destination: 'root@staging' }, source: 'DOCKER_HOST' })],
  ])('is not asked over %s: its loopback is not ours', async (_what, target) => {
    await expect(openOuterEngine(target)).rejects.toMatchObject({
      name: 'UsageError',
      message: expect.stringMatching(
        /^the lab needs a container engine on this machine, and \S+ \(DOCKER_HOST\) is another/,
      ),
      mend: expect.stringContaining('DOCKER_HOST'),
    });
  });

  test.each([
    ['default socket', /run --bootstrap/],
    ['DOCKER_HOST', /check the path/],
  ])('that does not answer is missed, with the mend for a %s', async (source, mend) => {
    const target = someTarget({ endpoint: { kind: 'unix', socketPath: '/no/such.sock' }, source });
    await expect(openOuterEngine(target)).rejects.toMatchObject({
      message: expect.stringMatching(/^the lab has no outer engine to start hosts on: no engine answers at/),
      mend: expect.stringMatching(mend),
    });
  });

  test('is asked at its newest version', async () => {
    const server = await httpAnswers(
      { 'GET /version': json({ Version: '20.10.24', ApiVersion: '1.41' }), 'GET /info': json({}) },
      'tcp',
    );
    const outer = await openOuterEngine(someTarget({ endpoint: server.endpoint }));
    expect(outer.engine.apiVersion).toBe('1.41');
    outer.close();
    await server.close();
  });
});
