import { runInNewContext } from 'node:vm';
import { brief, ClaimFailure, isClaimFailure } from './failure';

describe('a failure', () => {
  test('says what, what was expected and what was seen', () => {
    const failure = new ClaimFailure('the address', '10.1.2.3', ['10.1.2.4']);
    expect(failure.message).toBe('the address: expected 10.1.2.3, observed ["10.1.2.4"]');
    expect(failure).toMatchObject({ what: 'the address', expected: '10.1.2.3', observed: ['10.1.2.4'] });
  });

  test('is known also where it comes from another realm, and nothing else is taken for one', () => {
    const foreign: unknown = runInNewContext('Object.assign(new Error("x"), { name: "ClaimFailure" })');
    expect(foreign instanceof Error).toBe(false);
    expect(isClaimFailure(foreign)).toBe(true);
    expect(isClaimFailure(new ClaimFailure('a', 1, 2))).toBe(true);
    for (const other of [new Error('ClaimFailure'), new TypeError('x'), 'ClaimFailure', null, undefined, 7]) {
      expect(isClaimFailure(other)).toBe(false);
    }
  });
});

describe('a value in brief', () => {
  test.each<[unknown, string]>([
    [undefined, 'undefined'],
    [null, 'null'],
    ['as it is', 'as it is'],
    [{ a: [1, null] }, '{"a":[1,null]}'],
    [NaN, 'null'],
  ])('%p is shown as %s', (value, expected) => {
    expect(brief(value)).toBe(expected);
  });

  test('of any length has at most 300 characters and says that it goes on', () => {
    expect(brief('x'.repeat(300))).toBe('x'.repeat(300));
    expect(brief('x'.repeat(301))).toBe(`${'x'.repeat(297)}...`);
    expect(brief(Array.from({ length: 10_000 }, (_, index) => index))).toHaveLength(300);
  });
});
