import fc from 'fast-check';
import { runs } from '../fixtures/fuzz';
import type { RawAnswer } from './client';
import { Transcript } from './transcript';

/** The bounds that the evidence of one claim keeps, in bytes of JSON. */
const BOUND = { full: 262_144, brief: 12_288 } as const;
/** What the frame around the calls and commands takes at most. */
const FRAME = 1_000;

const answer = (more: Partial<RawAnswer> = {}): RawAnswer => {
  const text = more.text ?? '{"Id":"ab"}';
  return {
    method: 'GET',
    path: '/v1.23/containers/ab/json',
    status: 200,
    headers: {},
    json: more.text === undefined ? { Id: 'ab' } : undefined,
    durationMs: 1.5,
    bytes: Buffer.from(text),
    ...more,
    text,
  };
};

function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}

describe('the evidence of a claim', () => {
  test('holds calls with what was sent and answered, and commands with their output', () => {
    const transcript = new Transcript('body');
    transcript.answered({ Image: 'probe', Env: ['A=secret'] }, answer({ method: 'POST', status: 201 }));
    transcript.answered(undefined, answer({ text: '', status: 204 }));
    transcript.failed('GET', '/info', undefined, 'GET http://u:p@h/info was not answered', 20_000);
    transcript.ran({ command: 'docker version', exitCode: 1, stdout: 'x', stderr: 'http://u:p@h', ms: 3 });
    expect(transcript.evidence('full')).toEqual({
      calls: [
        {
          phase: 'body',
          method: 'POST',
          path: '/v1.23/containers/ab/json',
          request: { Image: 'probe', Env: ['A=***'] },
          status: 201,
          response: { Id: 'ab' },
          ms: 1.5,
        },
        { phase: 'body', method: 'GET', path: '/v1.23/containers/ab/json', status: 204, ms: 1.5 },
        {
          phase: 'body',
          method: 'GET',
          path: '/info',
          status: null,
          error: 'GET http://***@h/info was not answered',
          ms: 20_000,
        },
      ],
      commands: [{ command: 'docker version', exitCode: 1, stdout: 'x', stderr: 'http://***@h', ms: 3 }],
      truncated: false,
    });
    expect(transcript.lastCall?.path).toBe('/info');
  });

  test('shows output in frames as text', () => {
    const transcript = new Transcript('body');
    transcript.answered(undefined, answer({ text: '\u0001\u0000' }), 'hello\n');
    expect(transcript.evidence('full').calls[0]?.response).toBe('hello\n');
  });

  test('begins with that of the fixtures that were used', () => {
    const setup = new Transcript('setup');
    setup.answered(undefined, answer({ path: '/v1.23/networks/create', method: 'POST' }));
    const transcript = new Transcript('body');
    transcript.answered(undefined, answer());
    const { calls } = transcript.evidence('full', [setup]);
    expect(calls.map(({ phase, method }) => [phase, method])).toEqual([
      ['setup', 'POST'],
      ['body', 'GET'],
    ]);
  });

  test('is cut at the length of one body, and says so', () => {
    const transcript = new Transcript('body');
    transcript.answered({ a: 'x'.repeat(20_000) }, answer({ text: 'y'.repeat(20_000) }));
    const full = transcript.evidence('full');
    expect(full.truncated).toBe(true);
    expect(String(full.calls[0]?.response)).toHaveLength(16_384 + 3);
    expect(String(full.calls[0]?.request)).toMatch(/^\{"a":"x+\.\.\.$/);
    expect(String(transcript.evidence('brief').calls[0]?.response)).toHaveLength(700 + 3);
    const [request, response] = [new Transcript('body'), new Transcript('body')];
    request.answered({ a: 'x'.repeat(20_000) }, answer());
    response.answered(undefined, answer({ text: 'y'.repeat(20_000) }));
    expect([request, response].map((each) => each.evidence('full').truncated)).toEqual([true, true]);
  });

  test('keeps the last calls where not all find room, in their order, and says so', () => {
    const transcript = new Transcript('body');
    for (let index = 0; index < 200; index += 1) {
      transcript.answered(undefined, answer({ path: `/v1.23/${index}`, text: 'z'.repeat(5_000) }));
    }
    const { calls, truncated } = transcript.evidence('full');
    const numbers = calls.map(({ path }) => Number(path.split('/').at(-1)));
    expect(truncated).toBe(true);
    expect(numbers.at(-1)).toBe(199);
    expect(numbers).toEqual(numbers.map((_, index) => 200 - numbers.length + index));
    expect(numbers.length).toBeGreaterThan(40);
  });

  test('says so where the output of a command is cut, or a command left out', () => {
    const transcript = new Transcript('body');
    transcript.ran({ command: 'yes', exitCode: null, stdout: 'y\n'.repeat(10_000), stderr: '', ms: 1 });
    expect(transcript.evidence('full').truncated).toBe(true);
    for (let index = 0; index < 50; index += 1) {
      transcript.ran({ command: `n${index}`, exitCode: 0, stdout: 'y'.repeat(16_000), stderr: '', ms: 1 });
    }
    const { commands, truncated } = transcript.evidence('full');
    expect(truncated).toBe(true);
    expect(commands.at(-1)?.command).toBe('n49');
    expect(commands.length).toBeLessThan(17);
  });

  test('is never above its bound, whatever was called and run', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc
        .tuple(fc.constantFrom('x', '\u0001', 'ü', '語', '"', '😀'), fc.nat({ max: 40_000 }))
        .map(([one, times]) => one.repeat(times)),
    );
    const step = fc.oneof(
      fc.record({ kind: fc.constant('answered' as const), text, request: fc.option(fc.record({ a: text })) }),
      fc.record({ kind: fc.constant('failed' as const), text }),
      fc.record({ kind: fc.constant('ran' as const), text, command: text }),
    );
    const detail = fc.constantFrom('full' as const, 'brief' as const);
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 25 }),
        fc.array(step, { maxLength: 5 }),
        detail,
        (own, before, wanted) => {
          const [transcript, setup] = [new Transcript('body'), new Transcript('setup')];
          for (const [to, steps] of [
            [setup, before],
            [transcript, own],
          ] as const) {
            for (const each of steps) {
              if (each.kind === 'answered') to.answered(each.request ?? undefined, answer({ text: each.text }));
              else if (each.kind === 'failed') to.failed('GET', '/x', undefined, each.text, 1);
              else to.ran({ command: each.command, exitCode: 0, stdout: each.text, stderr: each.text, ms: 1 });
            }
          }
          expect(bytesOf(transcript.evidence(wanted, [setup]))).toBeLessThanOrEqual(BOUND[wanted] + FRAME);
        },
      ),
      runs(30),
    );
  });

  test('holds no more of a large answer than it shows, without its secrets, and nothing of a huge one', () => {
    const transcript = new Transcript('body');
    const large = { Env: ['A=secret'], Names: Array.from({ length: 40_000 }, () => 'a name') };
    const text = JSON.stringify(large);
    transcript.answered(undefined, answer({ text, json: large }));
    transcript.answered(undefined, answer({ text: 'x'.repeat(5_000_000) }));
    const { calls, truncated } = transcript.evidence('full');
    const [shown, huge] = calls.map(({ response }) => String(response));
    expect(shown).toMatch(/^\{"Env":\["A=\*\*\*"\],"Names":\["a name",.*\.\.\.$/);
    expect(shown?.length).toBeLessThan(17_000);
    expect(huge).toBe('(5000000 characters)');
    expect(truncated).toBe(true);
  });

  test('knows when calls were under way', () => {
    const transcript = new Transcript('body');
    const before = performance.now();
    transcript.answered(undefined, answer({ durationMs: 40 }));
    const [interval] = transcript.intervals;
    expect(interval?.to).toBeGreaterThanOrEqual(before);
    expect((interval?.to ?? 0) - (interval?.from ?? 0)).toBeCloseTo(40);
  });
});
