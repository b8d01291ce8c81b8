import { setTimeout as delay } from 'node:timers/promises';
import { body, httpAnswers, json, reset, silent } from '../fixtures/http-answers';
import { aClaim, sessionsOfTests } from '../fixtures/session-on';
import type { ProgressEvent } from './session';

const current = sessionsOfTests();
const open: ReturnType<typeof current>['open'] = (...more) => current().open(...more);

beforeEach(() => {
  current().server.on('GET /info', json({ ID: 'x' }));
});

describe('the verdict of a claim', () => {
  test('is pass where its verifications hold', async () => {
    const session = open();
    const result = await session.judge(
      aClaim('engine.a', async ({ engine, verify }) => verify.equal((await engine.info()).ID, 'x', 'the id')),
    );
    expect(result).toMatchObject({ claim: 'engine.a', verdict: 'pass', reason: null, attempts: 1 });
    expect(result.evidence.calls).toEqual([
      expect.objectContaining({ path: '/v1.23/info', phase: 'body', status: 200 }),
    ]);
    expect(result.shown).toEqual({ call: result.evidence.calls[0], endpoint: undefined });
    expect(session.intervals).toHaveLength(1);
    expect(result).not.toHaveProperty('failure');
  });

  test('shows a call at another place with the address of that', async () => {
    const another = await httpAnswers();
    another.on('GET /info', json({ ID: 'other' }));
    const result = await open().judge(
      aClaim('engine.a', async ({ callsAt, verify }) => {
        const engine = await callsAt(another.endpoint, 'another');
        verify.equal((await engine.info()).ID, 'x', 'the id');
      }),
    );
    await another.close();
    expect(result.shown).toEqual({ call: expect.objectContaining({ host: 'another' }), endpoint: another.endpoint });
  });

  test('is fail where one does not, with what was expected and what was seen', async () => {
    const result = await open().judge(
      aClaim('engine.a', async ({ engine, verify }) => verify.equal((await engine.info()).ID, 'y', 'the id')),
    );
    expect(result).toMatchObject({
      verdict: 'fail',
      reason: 'the id: expected y, observed x',
      failure: { what: 'the id', expected: 'y', observed: 'x' },
    });
  });

  test.each<[string, Parameters<typeof aClaim>[1], RegExp]>([
    [
      'throws',
      async () => Promise.reject(new TypeError('undefined is not a function')),
      /^undefined is not a function$/,
    ],
    ['throws a text', async () => Promise.reject('a text'), /^a text$/],
    [
      'throws before it waits',
      () => {
        throw new Error('at once');
      },
      /^at once$/,
    ],
    ['verifies nothing', async ({ engine }) => void (await engine.info()), /^the body verified nothing$/],
    [
      'is refused what it takes for granted',
      async ({ engine }) => void (await engine.version()),
      /^GET \/v1\.23\/version answered 404/,
    ],
    [
      'asks what API 1.23 does not know',
      async ({ engine }) => void (await engine.get('/containers/json', { query: { x: 1 } })),
      /query parameter x is not in API v1\.23/,
    ],
    [
      'gets no answer',
      async ({ engine }) => void (await engine.get('/_ping')),
      /^the engine gave no answer: GET \/v1\.23\/_ping: /,
    ],
    [
      'cannot make what it needs',
      async ({ make }) => void (await make.network()),
      /networks\/create answered 500: no more addresses/,
    ],
  ])('is error where the body %s', async (_what, tried, reason) => {
    current().server.on('GET /_ping', reset).on('POST /networks/create', body('no more addresses', 500));
    const result = await open().judge(aClaim('engine.a', tried));
    expect(result).toMatchObject({ verdict: 'error', reason: expect.stringMatching(reason) });
  });

  test.each<[string, Parameters<typeof aClaim>[1]]>([
    ['never ends', () => new Promise(() => {})],
    [
      'polls for what never comes',
      async ({ verify }) =>
        void (await verify.eventually(
          'x',
          async () => 1,
          () => false,
          { withinMs: 60_000, expected: 'x' },
        )),
    ],
    ['waits for an engine that is silent', async ({ engine }) => void (await engine.get('/_ping'))],
    ['runs a command without end', async ({ run }) => void (await run('sleep', ['60']))],
  ])('is error within the limit where the body %s', async (_what, tried) => {
    current().server.on('GET /_ping', silent);
    const begun = performance.now();
    const result = await open().judge(aClaim('engine.a', tried, { limitMs: 60 }));
    expect(result).toMatchObject({ verdict: 'error', reason: 'was not done within 60 ms' });
    expect(performance.now() - begun).toBeLessThan(2_000);
  });

  test('stands, whatever the body does after its limit', async () => {
    const session = open();
    const aborted: boolean[] = [];
    const late = aClaim(
      'engine.a',
      async ({ verify, signal }) => {
        await delay(40);
        aborted.push(signal.aborted);
        verify.that(false, 'too late', 1, 2);
      },
      { limitMs: 10 },
    );
    await session.judge(late);
    await delay(60);
    expect(aborted).toEqual([true]);
    expect(session.results).toEqual([expect.objectContaining({ verdict: 'error' })]);
  });

  test('comes with how long it took until what was waited for came about', async () => {
    const result = await open().judge(
      aClaim('engine.a', async ({ verify }) => {
        let looks = 0;
        const look = async () => ++looks;
        await verify.eventually('two looks', look, (seen) => seen === 2, { withinMs: 5_000, expected: '2' });
      }),
    );
    expect(result.convergence).toEqual([{ what: 'two looks', tookMs: expect.any(Number) }]);
  });

  test('is kept and told, with what the body ran', async () => {
    const events: ProgressEvent[] = [];
    const session = open({ progress: (event) => void events.push(event) });
    const result = await session.judge(
      aClaim('engine.a', async ({ run, verify }) => {
        const { stdout } = await run('echo', ['hello']);
        verify.equal(stdout, 'hello\n', 'the output');
      }),
    );
    expect(result.evidence.commands).toEqual([
      { command: 'echo hello', exitCode: 0, stdout: 'hello\n', stderr: '', ms: expect.any(Number) },
    ]);
    expect(session.results).toEqual([result]);
    expect(session.intervals).toHaveLength(0);
    expect(events).toEqual([
      { kind: 'begun', claim: 'engine.a' },
      { kind: 'judged', result },
    ]);
  });
});

describe('a claim that is tried more than once', () => {
  test('passes where all tries pass', async () => {
    let tries = 0;
    const result = await open({ repeat: 3 }).judge(
      aClaim('engine.a', async ({ verify }) => {
        tries += 1;
        verify.that(true, 'w', 1, 1);
      }),
    );
    expect([tries, result.verdict, result.attempts]).toEqual([3, 'pass', 3]);
  });

  test('is what the first try that does not pass is, and says which', async () => {
    let tries = 0;
    const session = open({ repeat: 5 });
    const result = await session.judge(
      aClaim('engine.a', async ({ verify }) => {
        tries += 1;
        verify.that(tries < 3, 'the third', 'x', 'y');
      }),
    );
    expect(result).toMatchObject({
      verdict: 'fail',
      attempts: 3,
      reason: 'attempt 3: the third: expected x, observed y',
    });
    expect(tries).toBe(3);
    expect(session.results).toHaveLength(1);
  });
});
