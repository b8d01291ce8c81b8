import { count, showDuration, showPair, showValue } from './values';

describe('a value on one line', () => {
  it.each([
    ['missing', 'missing'],
    ['', '""'],
    [' x', '" x"'],
    [undefined, '(nothing)'],
    [null, 'null'],
    [5, '5'],
    [{ b: 1, a: [2, { d: 3, c: 4 }] }, '{"a":[2,{"c":4,"d":3}],"b":1}'],
  ])('shows %j as %j', (value, shown) => {
    expect(showValue(value)).toBe(shown);
  });

  it('survives a value that nests deeper than the stack', () => {
    const deep: unknown = JSON.parse(`${'['.repeat(200_000)}${']'.repeat(200_000)}`);
    expect(showValue(deep)).toBe('(nested too deeply to show)');
  });
});

describe('a pair of values', () => {
  it('quotes texts where both would read the same', () => {
    expect(showPair(5, '5', 100)).toEqual({ expected: '5', observed: '"5"' });
    expect(showPair('(nothing)', undefined, 100)).toEqual({ expected: '"(nothing)"', observed: '(nothing)' });
  });

  it('shows long values from shortly before they differ', () => {
    const same = 'x'.repeat(500);
    expect(showPair(`${same}a`, `${same}b`, 100)).toEqual({
      expected: `...${'x'.repeat(40)}a`,
      observed: `...${'x'.repeat(40)}b`,
    });
  });

  it('shows long values from the start where they differ there', () => {
    expect(showPair('a', `b${'x'.repeat(500)}`, 100).observed).toHaveLength(501);
  });
});

describe('numbers in words', () => {
  it.each([
    [0, '0 ms'],
    [999.4, '999 ms'],
    [999.7, '1.0 s'],
    [12_400, '12.4 s'],
    [59_960, '1 min 0 s'],
    [200_000, '3 min 20 s'],
  ])('shows a duration of %d ms as %s', (milliseconds, shown) => {
    expect(showDuration(milliseconds)).toBe(shown);
  });

  it('puts nouns in the plural, except for one', () => {
    expect([count(0, 'claim'), count(1, 'claim'), count(2, 'pass', 'passes')]).toEqual([
      '0 claims',
      '1 claim',
      '2 passes',
    ]);
  });
});
