import { setTimeout as delay } from 'node:timers/promises';
import { aClaim, sessionsOfTests } from '../fixtures/session-on';

const current = sessionsOfTests();
const open: ReturnType<typeof current>['open'] = (...more) => current().open(...more);

describe('a run that is interrupted', () => {
  test('judges nothing more: what is under way is no verdict, and what waits is not begun', async () => {
    const interruption = new AbortController();
    const session = open({ signal: interruption.signal });
    const begun: string[] = [];
    const wait = (id: string) =>
      aClaim(id, async ({ verify, signal }) => {
        begun.push(id);
        await delay(5_000, undefined, { signal }).catch(() => {});
        verify.that(false, 'it was interrupted', 1, 2);
      });
    const judged = Promise.all(Array.from({ length: 10 }, (_, index) => session.judge(wait(`engine.${index}`))));
    setTimeout(() => interruption.abort(), 20);
    const results = await judged;
    for (const result of results) expect(result).toMatchObject({ verdict: 'error', reason: 'the run was interrupted' });
    expect(begun).toHaveLength(8);
    const after = await session.judge(aClaim('engine.x', async ({ verify }) => verify.that(true, 'w', 1, 1)));
    expect(after).toMatchObject({ verdict: 'error', reason: 'the run was interrupted' });
  });
});

describe('claims at the same time', () => {
  test('are eight at the most', async () => {
    let [inside, most] = [0, 0];
    const session = open();
    const claims = Array.from({ length: 20 }, (_, index) =>
      aClaim(`engine.${index}`, async ({ verify }) => {
        inside += 1;
        most = Math.max(most, inside);
        await delay(5);
        inside -= 1;
        verify.that(true, 'w', 1, 1);
      }),
    );
    await Promise.all(claims.map((each) => session.judge(each)));
    expect(most).toBe(8);
  });

  test('are never in a section of one name together, and are in sections of two', async () => {
    const session = open();
    const inside: Record<string, number> = { a: 0, b: 0 };
    const seen = { same: 0, other: 0 };
    const within = (id: string, name: 'a' | 'b') =>
      aClaim(id, async ({ exclusive, verify }) => {
        await exclusive(name, async () => {
          inside[name] = (inside[name] ?? 0) + 1;
          await delay(10);
          seen.same = Math.max(seen.same, inside[name] ?? 0);
          seen.other = Math.max(seen.other, inside[name === 'a' ? 'b' : 'a'] ?? 0);
          inside[name] = (inside[name] ?? 0) - 1;
        });
        verify.that(true, 'w', 1, 1);
      });
    await Promise.all(
      ['engine.1', 'engine.2', 'engine.3', 'engine.4'].map((id, index) =>
        session.judge(within(id, index % 2 === 0 ? 'a' : 'b')),
      ),
    );
    expect(seen).toEqual({ same: 1, other: 1 });
  });

  test('that gave up while they waited for a section never enter it', async () => {
    const session = open();
    let entered = false;
    const holder = session.judge(
      aClaim('engine.a', ({ exclusive, verify }) =>
        exclusive('x', async () => {
          await delay(60);
          verify.that(true, 'w', 1, 1);
        }),
      ),
    );
    const waiting = session.judge(
      aClaim(
        'engine.b',
        ({ exclusive }) =>
          exclusive('x', async () => {
            entered = true;
          }),
        { limitMs: 20 },
      ),
    );
    expect(await waiting).toMatchObject({ verdict: 'error', reason: 'was not done within 20 ms' });
    expect((await holder).verdict).toBe('pass');
    await delay(10);
    expect(entered).toBe(false);
  });

  test('leave a section free also where they fail in it', async () => {
    const session = open();
    const fail = await session.judge(
      aClaim('engine.a', ({ exclusive, verify }) => exclusive('x', async () => verify.that(false, 'w', 1, 2))),
    );
    const pass = await session.judge(
      aClaim('engine.b', ({ exclusive, verify }) => exclusive('x', async () => verify.that(true, 'w', 1, 1))),
    );
    expect([fail.verdict, pass.verdict]).toEqual(['fail', 'pass']);
  });
});
