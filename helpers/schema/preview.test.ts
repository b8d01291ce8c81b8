import { isLargerThan, preview } from './preview';

describe('preview', () => {
  it.each([
    [null, 'null'],
    ['a "b"', '"a \\"b\\""'],
    [[1, { a: true }], '[1,{"a":true}]'],
    [{ a: [], b: {} }, '{"a":[],"b":{}}'],
    [undefined, 'undefined'],
  ])('shows %p as JSON', (value, text) => {
    expect(preview(value, 100)).toBe(text);
  });

  it.each([
    ['a text', 'x'.repeat(1_000_000)],
    ['an array', Array.from({ length: 1_000_000 }, () => 1)],
    ['a key', { ['k'.repeat(1_000_000)]: 1 }],
  ])('cuts %s to the limit', (_, value) => {
    const text = preview(value, 50);
    expect(text).toHaveLength(50);
    expect(text.endsWith('...')).toBe(true);
  });
});

describe('isLargerThan', () => {
  it('counts the document, its items and its fields', () => {
    const document = { a: [1, 2], b: { c: null } };
    expect(isLargerThan(document, 6)).toBe(false);
    expect(isLargerThan(document, 5)).toBe(true);
  });

  it('takes any depth', () => {
    let deep: unknown = [];
    for (let depth = 0; depth < 100_000; depth += 1) deep = [deep];
    expect(isLargerThan(deep, 1_000_000)).toBe(false);
  });
});
