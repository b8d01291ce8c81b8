import fc from 'fast-check';
import { differenceOf } from './difference';

describe('the difference of two values', () => {
  it.each([
    ['172.19.0.1/16', '172.19.0.1', { before: '172.19.0.1', expected: '/16', observed: '', after: '' }],
    ['02:42:ac:11:00:02', '02:42:ac:12:00:02', { before: '02:42:ac:1', expected: '1', observed: '2', after: ':00:02' }],
    ['aa', 'aaa', { before: 'aa', expected: '', observed: 'a', after: '' }],
    ['x😀y', 'x😁y', { before: 'x', expected: '😀', observed: '😁', after: 'y' }],
  ])('of %s and %s', (expected, observed, difference) => {
    expect(differenceOf(expected, observed)).toEqual(difference);
  });

  it('is not told where they have little in common', () => {
    expect(differenceOf('refused', '201: {"Id":"97136bfa33dd9d3a"}')).toBeUndefined();
  });

  it('loses nothing of either', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '😀'), maxLength: 12 });
    fc.assert(
      fc.property(text, text, (expected, observed) => {
        const parts = differenceOf(expected, observed);
        if (parts === undefined) return;
        expect(parts.before + parts.expected + parts.after).toBe(expected);
        expect(parts.before + parts.observed + parts.after).toBe(observed);
      }),
    );
  });
});
