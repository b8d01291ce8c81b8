import { existsSync } from 'node:fs';
import { withFastClock } from '../fixtures/fast-clock';
import { body, json, late } from '../fixtures/http-answers';
import { aClaim, idOf, RUN, sessionsOfTests } from '../fixtures/session-on';
import { MAKER_LABEL, RUN_LABEL } from './identity';
import { readLedgers } from './ledger';

const current = sessionsOfTests();
const open: ReturnType<typeof current>['open'] = (...more) => current().open(...more);
const removals = () => current().server.calls('DELETE');

describe('what a claim made', () => {
  const make = (id: string, end: Parameters<typeof aClaim>[1], more = {}) =>
    aClaim(
      id,
      async (tools) => {
        await tools.make.network();
        await tools.make.container();
        await tools.make.volume();
        await end(tools);
      },
      more,
    );

  // What has an end has time for it on a busy machine too; what has none is cut off once all is made.
  test.each<[string, Parameters<typeof aClaim>[1], number]>([
    ['passed', async ({ verify }) => verify.that(true, 'w', 1, 1), 20_000],
    ['failed', async ({ verify }) => verify.that(false, 'w', 1, 2), 20_000],
    ['broke', async () => Promise.reject(new Error('broken')), 20_000],
    ['did not end', () => new Promise(() => {}), 2_000],
  ])('is removed when it %s, before the run ends', async (_what, end, limitMs) => {
    const session = open();
    await session.judge(make('engine.a', end, { limitMs }));
    expect(await session.dispose()).toEqual([]);
    expect(removals().sort()).toEqual([
      `DELETE /containers/${idOf(2)}`,
      `DELETE /networks/${idOf(1)}`,
      expect.stringMatching(/^DELETE \/volumes\/ec-bcdfghjklm-\d$/),
    ]);
  });

  test('is removed though the run is interrupted', async () => {
    const interruption = new AbortController();
    const session = open({ signal: interruption.signal });
    await session.judge(make('engine.a', async () => interruption.abort()));
    expect(await session.dispose()).toEqual([]);
    expect(removals()).toHaveLength(3);
  });

  test('is removed too where the container does not start', async () => {
    current().server.on(`POST /containers/${idOf(1)}/start`, body('no such file', 500));
    const session = open();
    await session.judge(aClaim('engine.a', async ({ make: maker }) => void (await maker.container())));
    expect(await session.dispose()).toEqual([]);
    expect(removals()).toEqual([`DELETE /containers/${idOf(1)}`]);
  });

  test('includes its directories', async () => {
    const session = open();
    const paths: string[] = [];
    await session.judge(aClaim('engine.a', async ({ make: maker }) => void paths.push(await maker.directory())));
    await session.dispose();
    expect(paths).toHaveLength(1);
    expect(existsSync(paths[0] ?? '')).toBe(false);
    expect(readLedgers(current().directory)[0]?.directories).toEqual(paths);
  });

  test('is labelled with the run and the claim', async () => {
    await open().judge(aClaim('engine.a', async ({ make: maker }) => void (await maker.volume())));
    expect(JSON.parse(current().server.asked[0]?.body ?? '').Labels).toEqual({
      [RUN_LABEL]: RUN,
      [MAKER_LABEL]: 'engine.a',
    });
  });
});

describe('what does not go', () => {
  // Twenty seconds in earnest.
  withFastClock();

  test('is waited for at the end of the run, and told of with the engine’s reason', async () => {
    current().server.on(`DELETE /networks/${idOf(1)}`, late(5, body('device or resource busy', 500)));
    const session = open();
    await session.judge(aClaim('engine.a', async ({ make }) => void (await make.network())));
    expect(await session.dispose()).toEqual([`network ${idOf(1)}: 500 device or resource busy`]);
  });
});

describe('anonymous volumes', () => {
  const inspect = (mounts: unknown) =>
    current().server.on(`GET /containers/${idOf(1)}/json`, json({ Id: idOf(1), Mounts: mounts }));
  const withVolume = aClaim('engine.a', async ({ make, verify }) => {
    await make.container({ volumes: ['/data'] });
    verify.that(true, 'w', 1, 1);
  });

  test('are written down before the claim goes on, removed at the end, and are no evidence', async () => {
    inspect([
      { Name: 'anonymous', Destination: '/data' },
      { Source: '/host', Destination: '/bind' },
    ]);
    const session = open();
    const result = await session.judge(withVolume);
    expect(result.verdict).toBe('pass');
    expect(current().server.calls().slice(0, 3)).toEqual([
      'POST /containers/create',
      `GET /containers/${idOf(1)}/json`,
      `POST /containers/${idOf(1)}/start`,
    ]);
    expect(result.evidence.calls.map(({ method }) => method)).toEqual(['POST', 'POST']);
    expect(readLedgers(current().directory)[0]?.volumes).toEqual(['anonymous']);
    await session.dispose();
    expect(removals()).toContain('DELETE /volumes/anonymous');
  });

  test('of a container that shows none are none', async () => {
    inspect(null);
    const session = open();
    expect((await session.judge(withVolume)).verdict).toBe('pass');
    await session.dispose();
    expect(readLedgers(current().directory)[0]?.volumes).toEqual([]);
    expect(removals()).toEqual([`DELETE /containers/${idOf(1)}`]);
  });

  test('are not asked for where the container has none', async () => {
    await open().judge(aClaim('engine.a', async ({ make }) => void (await make.created())));
    expect(current().server.calls('GET')).toEqual([]);
  });
});
