import fc from 'fast-check';
import { showMilliseconds, showRange, spreadOf } from './spread';

describe('the spread of times', () => {
  it('has the median of R and NumPy, and their quartiles', () => {
    expect(spreadOf([4, 1, 3, 2])).toEqual({ count: 4, least: 1, lower: 1.75, median: 2.5, upper: 3.25, most: 4 });
    expect(spreadOf([7])).toEqual({ count: 1, least: 7, lower: 7, median: 7, upper: 7, most: 7 });
  });

  it('is in order, within the samples, and does not hang on theirs', () => {
    const samples = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(samples, (taken) => {
        const [first = 0, ...rest] = taken;
        const { least, lower, median, upper, most } = spreadOf([first, ...rest]);
        const inOrder = least <= lower && lower <= median && median <= upper && upper <= most;
        const again = spreadOf([taken.at(-1) ?? 0, ...taken.slice(0, -1)]);
        return inOrder && least === Math.min(...taken) && most === Math.max(...taken) && again.median === median;
      }),
    );
  });

  it('is shown with three digits', () => {
    expect([0.0764, 7.512, 42.44, 142.4, 1340, 12_340].map(showMilliseconds)).toEqual([
      ...['0.076 ms', '7.51 ms', '42.4 ms', '142 ms', '1.34 s', '12.3 s'],
    ]);
    expect(showRange(spreadOf([1, 2, 3, 40, 500]))).toBe('2.00-40.0');
  });
});
