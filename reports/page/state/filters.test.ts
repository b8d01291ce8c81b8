import { finds, lets, NO_FILTERS, toggled, wordsOf } from './filters';

describe('filters', () => {
  it('take a choice in at its place, and out again', () => {
    const one = toggled(NO_FILTERS, 'status', 'known-change');
    const two = toggled(one, 'status', 'regression');
    expect(two.status).toEqual(['regression', 'known-change']);
    expect(toggled(toggled(two, 'status', 'known-change'), 'status', 'regression')).toEqual(NO_FILTERS);
  });

  it('let everything through where nothing is chosen', () => {
    expect([lets([], 'x'), lets(['x'], 'x'), lets(['x'], 'y')]).toEqual([true, true, false]);
  });

  it('find texts that hold every word', () => {
    expect(finds(wordsOf('  MAC  bridge '), 'the mac of a bridge')).toBe(true);
    expect(finds(wordsOf('mac overlay'), 'the mac of a bridge')).toBe(false);
    expect(finds(wordsOf(''), '')).toBe(true);
  });
});
