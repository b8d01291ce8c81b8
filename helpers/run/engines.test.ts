import { clientOn } from '../fixtures/engine-on';
import { enginesOfTests } from '../fixtures/engines-of-tests';
import { json } from '../fixtures/http-answers';
import { withOwnTmpdir } from '../fixtures/temporary-folder';
import { Belongings } from './belongings';
import { engineOfRun, serviceEngine } from './engines';
import { RUN_LABEL } from './identity';
import { Ledger } from './ledger';
import { putBack } from './put-back';

const RUN = 'bcdfghjklm';
const SOMEBODYS = 'a'.repeat(64);
const OURS = 'b'.repeat(64);

const current = enginesOfTests();
withOwnTmpdir();

const runHere = (there: readonly string[]) => {
  return { runId: RUN, client: clientOn(current().server.endpoint), apiVersion: '1.23', there: new Set(there) };
};

describe('what was there before a run', () => {
  test.each<[string, string, object]>([
    ['container', '/containers/create', { Id: SOMEBODYS }],
    ['network', '/networks/create', { Id: SOMEBODYS }],
    ['volume', '/volumes/create', { Name: SOMEBODYS }],
  ])('is not taken for a %s that the run made, though the engine says so', async (kind, path, answer) => {
    const { server } = current();
    server.on(`POST ${path}`, json(answer, 201));
    const made: string[] = [];
    const run = runHere([SOMEBODYS]);
    const engine = engineOfRun(run, {
      ...{ transcript: { answered: () => {}, failed: () => {} }, signal: new AbortController().signal },
      created: async (_kind, id) => void made.push(id),
    });
    await expect(engine.post(path, { body: {} })).rejects.toMatchObject({
      name: 'EngineTrouble',
      message: `the engine says to have made a ${kind} that was there before: ${SOMEBODYS}`,
    });
    expect(made).toEqual([]);
    run.client.close();
  });

  test('is not removed at the end, though it is labelled as that of the run; what came since is', async () => {
    const Labels = { [RUN_LABEL]: RUN };
    const { server } = current();
    server
      .on('GET /*', json([]))
      .on('GET /volumes', json({ Volumes: [{ Name: 'data', Labels }] }))
      .on('GET /containers/json', json([SOMEBODYS, OURS].map((Id) => ({ Id, Names: ['/x'], Labels }))))
      .on('DELETE /*', json({}));
    const image = { reference: 'x:1', ours: false };
    const ledger = new Ledger(RUN, 'unix:///x');
    const { left } = await putBack(runHere([SOMEBODYS, 'data']), { left: [], image, before: undefined, ledger });
    expect({ left, removed: server.calls('DELETE') }).toEqual({ left: [], removed: [`DELETE /containers/${OURS}`] });
  });
});

test('an engine that refuses to be put back is told of, and what is left stays written down', async () => {
  const { server } = current();
  server.on('GET /*', json({ message: 'no' }, 500));
  const run = runHere([]);
  const ledger = new Ledger(RUN, 'unix:///x');
  const image = { reference: 'x:1', ours: false };
  const { left } = await putBack(run, { left: ['volume a: 500 no'], image, before: undefined, ledger });
  expect(left).toEqual(['volume a: 500 no', expect.stringContaining('GET /v1.23/')]);
  expect(serviceEngine(run, new AbortController().signal, new Belongings()).apiVersion).toBe('1.23');
});
