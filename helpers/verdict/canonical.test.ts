import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { canonical } from './canonical';

/** The same value with the keys of every object in the opposite order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, child]) => [key, reversed(child)]),
  );
}

const parsed = (text: string): unknown => JSON.parse(text);

describe('a value as one text', () => {
  test('does not depend on the order of keys, at any depth', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonical(reversed(value))).toBe(canonical(value));
      }),
    );
  });

  test('tells values apart exactly where they differ as JSON', () => {
    const small = fc.jsonValue({ maxDepth: 1 }).map((value) => JSON.stringify(value));
    fc.assert(
      fc.property(small, small, (a, b) => {
        expect(canonical(parsed(a)) === canonical(parsed(b))).toBe(isDeepStrictEqual(parsed(a), parsed(b)));
      }),
    );
  });

  test.each<[string, unknown, unknown]>([
    ['a number and its text', 1, '1'],
    ['null and an empty text', null, ''],
    ['null and what is missing', null, undefined],
    ['an array in another order', [1, 2], [2, 1]],
    ['an array and an object of the same indexes', ['a'], { 0: 'a' }],
    ['a key of the prototype and none', parsed('{"__proto__":{"a":1}}'), {}],
    ['a key in another case', { Id: 1 }, { ID: 1 }],
  ])('%s differ', (_what, a, b) => {
    expect(canonical(a)).not.toBe(canonical(b));
  });

  test('what JSON leaves out makes no difference', () => {
    expect(canonical({ a: 1, b: undefined })).toBe(canonical({ a: 1 }));
    expect(canonical(undefined)).toBe('undefined');
  });
});
