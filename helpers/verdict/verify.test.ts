import type { Answer } from '../engine/answer';
import { ClaimFailure } from './failure';
import { Verify } from './verify';

const answer = (status: number, text = '', json?: Answer['json']): Answer => ({
  method: 'POST',
  path: '/v1.23/x',
  status,
  headers: {},
  text,
  json,
  durationMs: 1,
});
const refusal = (status: number, message: string) => answer(status, `${message}\n`);

let verify: Verify;
beforeEach(() => {
  verify = new Verify(new AbortController().signal);
});

/** The failure that a verification throws, or undefined where it holds. */
function failureOf(check: (verify: Verify) => unknown): ClaimFailure | undefined {
  try {
    check(verify);
    return undefined;
  } catch (thrown) {
    if (thrown instanceof ClaimFailure) return thrown;
    throw thrown;
  }
}

type Case = [what: string, holds: boolean, check: (verify: Verify) => unknown];
const CASES: readonly Case[] = [
  ['that: true', true, (v) => v.that(true, 'w', 1, 2)],
  ['that: false', false, (v) => v.that(false, 'w', 1, 2)],
  ['equal: other order of keys', true, (v) => v.equal({ a: 1, b: { c: 2, d: 3 } }, { b: { d: 3, c: 2 }, a: 1 }, 'w')],
  ['equal: a number and its text', false, (v) => v.equal(1, '1', 'w')],
  ['equal: missing and null', false, (v) => v.equal(undefined, null, 'w')],
  ['equal: one field more', false, (v) => v.equal({ a: 1, b: 2 }, { a: 1 }, 'w')],
  ['differs: another value', true, (v) => v.differs('a', 'b', 'w')],
  ['differs: the same', false, (v) => v.differs({ a: 1, b: 2 }, { b: 2, a: 1 }, 'w')],
  ['matches: a text that does', true, (v) => v.matches('/ec-x-1', /^\/ec-/, 'w')],
  ['matches: a text that does not', false, (v) => v.matches('ec-x-1', /^\/ec-/, 'w')],
  ['matches: no text', false, (v) => v.matches(12, /1/, 'w')],
  ['present: an empty text', true, (v) => v.present('', 'w')],
  ['present: zero', true, (v) => v.present(0, 'w')],
  ['present: null', false, (v) => v.present(null, 'w')],
  ['present: missing', false, (v) => v.present(undefined, 'w')],
  ['absent: missing', true, (v) => v.absent(undefined, 'w')],
  ['absent: null', true, (v) => v.absent(null, 'w')],
  ['absent: an empty text', true, (v) => v.absent('', 'w')],
  ['absent: zero', false, (v) => v.absent(0, 'w')],
  ['absent: a text', false, (v) => v.absent('x', 'w')],
  ['contains: an element', true, (v) => v.contains([{ a: 1, b: 2 }], { b: 2, a: 1 }, 'w')],
  ['contains: no such element', false, (v) => v.contains(['a'], 'b', 'w')],
  ['contains: a part of an element', false, (v) => v.contains(['abc'], 'b', 'w')],
  ['contains: a part of a text', true, (v) => v.contains('abc', 'b', 'w')],
  ['contains: a number in a text', false, (v) => v.contains('1', 1, 'w')],
  ['contains: nothing there', false, (v) => v.contains(null, 'b', 'w')],
  ['excludes: no such element', true, (v) => v.excludes(['a'], 'b', 'w')],
  ['excludes: the element', false, (v) => v.excludes(['a', 'b'], 'b', 'w')],
  ['excludes: nothing there, so nothing was shown', false, (v) => v.excludes(undefined, 'b', 'w')],
  ['accepted: 200', true, (v) => v.accepted(answer(200), 'w')],
  ['accepted: 204 where 204 is asked', true, (v) => v.accepted(answer(204), 'w', 204)],
  ['accepted: 200 where 204 is asked', false, (v) => v.accepted(answer(200), 'w', 204)],
  ['accepted: 304 where 304 is asked', true, (v) => v.accepted(answer(304), 'w', 304)],
  ['accepted: 304', false, (v) => v.accepted(answer(304), 'w')],
  ['accepted: 500', false, (v) => v.accepted(refusal(500, 'no'), 'w')],
  ['refused: as it must be', true, (v) => v.refused(refusal(404, 'No such container: x'), { status: [404] }, 'w')],
  ['refused: one of several', true, (v) => v.refused(refusal(409, 'in use'), { status: [403, 409] }, 'w')],
  ['refused: accepted', false, (v) => v.refused(answer(201), { status: [201] }, 'w')],
  ['refused: another status', false, (v) => v.refused(refusal(500, 'oops'), { status: [404] }, 'w')],
  ['refused: without a word', false, (v) => v.refused(answer(404), { status: [404] }, 'w')],
  ['refused: naming it', true, (v) => v.refused(refusal(404, 'no x'), { status: [404], message: /x/ }, 'w')],
  ['refused: naming another', false, (v) => v.refused(refusal(404, 'no y'), { status: [404], message: /x/ }, 'w')],
  ['conforms: not valid', false, (v) => v.conforms('network-inspect', { Id: 7 }, 'w')],
  ['conforms: valid in this part', true, (v) => v.conforms('exec-create', { Id: 7 }, 'w', { not: ['/Id'] })],
  ['conforms: valid but for this part', false, (v) => v.conforms('exec-create', { Id: 7 }, 'w', { only: ['/Id'] })],
  ['conforms: not valid as a whole', false, (v) => v.conforms('exec-create', 7, 'w', { not: ['/Id'] })],
  ['conforms: not valid elsewhere', true, (v) => v.conforms('exec-create', { Id: 7 }, 'w', { only: ['/Other'] })],
];

describe('a verification', () => {
  test.each(CASES)('%s: %s', (_what, holds, check) => {
    expect(failureOf(check)).toEqual(holds ? undefined : expect.any(ClaimFailure));
    expect(verify.count).toBeGreaterThan(0);
  });

  test('counts also where it does not hold; nothing verified is nothing counted', () => {
    expect(verify.count).toBe(0);
    failureOf((v) => v.equal(1, 2, 'w'));
    expect(verify.count).toBe(1);
  });

  test('shows what was expected and what was seen', () => {
    expect(failureOf((v) => v.equal(7, 8, 'the count'))).toMatchObject({ what: 'the count', expected: 8, observed: 7 });
    expect(failureOf((v) => v.present(null, 'the gateway'))).toMatchObject({ expected: 'present', observed: 'null' });
    expect(failureOf((v) => v.accepted(refusal(500, 'the disk is full'), 'the start'))?.message).toBe(
      'the start: expected accepted (2xx), observed 500: the disk is full',
    );
    const wrong = failureOf((v) => v.refused(refusal(500, 'oops'), { status: [404, 409] }, 'the removal'));
    expect(wrong?.message).toBe('the removal: status: expected 404 or 409, observed 500: oops');
  });

  test('of a huge answer keeps a bounded part of it', () => {
    const failure = failureOf((v) => v.accepted(refusal(500, 'x'.repeat(1_000_000)), 'w'));
    expect(String(failure?.observed).length).toBeLessThan(600);
  });

  test('gives back what was present and what was accepted', () => {
    expect(verify.present({ a: 1 }, 'w')).toEqual({ a: 1 });
    expect(verify.accepted(answer(200, 'x'), 'w').text).toBe('x');
  });
});

describe('a condition that is waited for', () => {
  test('is kept with the time that it took', async () => {
    let looks = 0;
    const look = async () => ++looks;
    const { value, tookMs } = await verify.eventually('two looks', look, (seen) => seen === 2, {
      withinMs: 5_000,
      expected: '2',
    });
    expect(value).toBe(2);
    expect(verify.convergence).toEqual([{ what: 'two looks', tookMs }]);
    expect(verify.count).toBe(1);
  });

  test('fails with what was seen last where it does not come about', async () => {
    const waited = verify.eventually(
      'it to run',
      async () => 'created',
      () => false,
      { withinMs: 20, expected: 'running' },
    );
    await expect(waited).rejects.toMatchObject({
      name: 'ClaimFailure',
      what: 'it to run within 20 ms',
      expected: 'running',
      observed: 'created',
    });
    expect(verify.convergence).toEqual([]);
  });

  test('is neither a failure nor a success where this machine looked too late', async () => {
    let looks = 0;
    const look = async () => ++looks;
    const accept = (seen: number) => {
      // Nothing else runs meanwhile, no timer either: the next look begins after the limit.
      if (seen === 1) for (const until = performance.now() + 150; performance.now() < until; );
      return seen === 2;
    };
    const waited = verify.eventually('two looks', look, accept, { withinMs: 140, expected: '2' });
    await expect(waited).rejects.toMatchObject({
      name: 'Error',
      message: 'two looks: this machine was too busy to look within 140 ms',
    });
    expect(verify.convergence).toEqual([]);
  });

  test('is no failure where the claim is over before it', async () => {
    const controller = new AbortController();
    const waited = new Verify(controller.signal).eventually(
      'x',
      async () => 1,
      () => false,
      {
        withinMs: 60_000,
        expected: 'x',
      },
    );
    setTimeout(() => controller.abort(), 20);
    await expect(waited).rejects.toMatchObject({ name: 'AbortError' });
  });
});
