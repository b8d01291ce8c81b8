import { setTimeout as delay } from 'node:timers/promises';
import { fixture } from '../claims/tools';
import { body } from '../fixtures/http-answers';
import { aClaim, idOf, RUN, sessionsOfTests } from '../fixtures/session-on';
import { ClaimFailure } from '../verdict/failure';
import { MAKER_LABEL, RUN_LABEL } from './identity';

const current = sessionsOfTests();
const open: ReturnType<typeof current>['open'] = (...more) => current().open(...more);
const removals = () => current().server.calls('DELETE');

describe('a fixture', () => {
  test('is built once for all its users, and the evidence of each begins with it', async () => {
    const network = fixture('network', ({ make }) => make.network());
    const user = (id: string) =>
      aClaim(id, async ({ use, verify }) => verify.equal((await use(network)).id, idOf(1), 'the id'));
    const session = open();
    const results = await Promise.all(['engine.a', 'engine.b', 'engine.c'].map((id) => session.judge(user(id))));
    expect(current().server.calls()).toEqual(['POST /networks/create']);
    for (const { verdict, evidence } of results) {
      expect(verdict).toBe('pass');
      expect(evidence.calls.map(({ phase, path }) => [phase, path])).toEqual([['setup', '/v1.23/networks/create']]);
    }
    expect(JSON.parse(current().server.asked[0]?.body ?? '').Labels).toEqual({
      [RUN_LABEL]: RUN,
      [MAKER_LABEL]: 'fixture network',
    });
  });

  test('that uses another shows the calls of both, each once, in order', async () => {
    const network = fixture('network', ({ make }) => make.network());
    const container = fixture('container', async ({ make, use }) =>
      make.container({ network: (await use(network)).name }),
    );
    const result = await open().judge(
      aClaim('engine.a', async ({ use, verify }) => {
        await use(container);
        await use(network);
        await use(container);
        verify.that(true, 'w', 1, 1);
      }),
    );
    expect(result.evidence.calls.map(({ path }) => path.split('?')[0])).toEqual([
      '/v1.23/networks/create',
      '/v1.23/containers/create',
      `/v1.23/containers/${idOf(2)}/start`,
    ]);
  });

  test.each<[string, () => Promise<never>]>([
    ['throws', async () => Promise.reject(new Error('no room'))],
    ['fails a verification', async () => Promise.reject(new ClaimFailure('no room', 1, 2))],
  ])('that %s makes errors of all its users and is not built again', async (_what, build) => {
    let builds = 0;
    const broken = fixture('broken', () => {
      builds += 1;
      return build();
    });
    const session = open();
    const user = (id: string) =>
      aClaim(id, async ({ use, verify }) => verify.that(Boolean(await use(broken)), 'w', 1, 1));
    for (const id of ['engine.a', 'engine.b']) {
      expect(await session.judge(user(id))).toMatchObject({
        verdict: 'error',
        reason: expect.stringMatching(/^the set-up "broken" broke: no room/),
      });
    }
    expect(builds).toBe(1);
  });

  test('whose calls are refused shows them to each of its users', async () => {
    current().server.on('POST /networks/create', body('no more addresses', 500));
    const network = fixture('network', ({ make }) => make.network());
    const result = await open().judge(aClaim('engine.a', async ({ use }) => void (await use(network))));
    expect(result).toMatchObject({ verdict: 'error', reason: expect.stringContaining('no more addresses') });
    expect(result.evidence.calls).toEqual([expect.objectContaining({ phase: 'setup', status: 500 })]);
  });

  test('stays until the end of the run, though the claim that asked first gave up', async () => {
    const slow = fixture('slow', async ({ make }) => {
      await delay(40);
      return make.network();
    });
    const session = open();
    const user = (id: string, limitMs: number) =>
      aClaim(id, async ({ use, verify }) => verify.equal((await use(slow)).id, idOf(1), 'the id'), { limitMs });
    expect((await session.judge(user('engine.a', 10))).verdict).toBe('error');
    expect((await session.judge(user('engine.b', 5_000))).verdict).toBe('pass');
    expect(removals()).toEqual([]);
    expect(await session.dispose()).toEqual([]);
    expect(removals()).toEqual([`DELETE /networks/${idOf(1)}`]);
  });
});
