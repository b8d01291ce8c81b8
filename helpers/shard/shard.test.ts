import fc from 'fast-check';
import { UsageError } from '../usage-error';
import { checksOf, parseShard } from './shard';

describe('a part of a run', () => {
  it('is given as its number and how many there are', () => {
    expect(parseShard('2/5')).toEqual({ index: 2, count: 5 });
    expect(parseShard('1/1')).toEqual({ index: 1, count: 1 });
  });

  it.each(['', '2', '0/5', '6/5', '1/0', '-1/5', '1/2/3', '1/ 5', '1/99999', 'a/b', '1.5/2'])('is not %j', (text) => {
    expect(() => parseShard(text)).toThrow(UsageError);
  });

  it('has whole targets where there are as many as parts', () => {
    expect([...checksOf({ index: 2, count: 3 }, ['a', 'b', 'c'], [1, 2])]).toEqual([['b', [1, 2]]]);
  });

  it('has neighbours of the catalogue where there is one target', () => {
    expect([...checksOf({ index: 1, count: 2 }, ['a'], [1, 2, 3, 4])]).toEqual([['a', [1, 2]]]);
  });

  it('is, with all others, each check exactly once, and none is larger than another by more than one', () => {
    const size = fc.integer({ min: 0, max: 12 });
    fc.assert(
      fc.property(size, size, fc.integer({ min: 1, max: 20 }), (targets, claims, count) => {
        const names = Array.from({ length: targets }, (_, index) => `t${index}`);
        const ids = Array.from({ length: claims }, (_, index) => index);
        const parts =
          ids.length === 0
            ? []
            : Array.from({ length: count }, (_, part) => checksOf({ index: part + 1, count }, names, ids));
        const each = parts.map((part) => [...part].flatMap(([name, own]) => own.map((id) => `${name} ${id}`)));
        expect(each.flat()).toEqual(claims === 0 ? [] : names.flatMap((name) => ids.map((id) => `${name} ${id}`)));
        const sizes = each.map(({ length }) => length);
        if (sizes.length > 0) expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
