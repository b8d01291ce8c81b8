import { aResult } from '../../fixtures/pieces';
import { countStatuses, isUrgent, SHOWN, STATUSES, statusOf } from './status';

describe('the status of a result', () => {
  it.each([
    ['pass', 'as-expected', 'as-expected'],
    ['fail', 'known-change', 'known-change'],
    ['fail', 'regression', 'regression'],
    ['pass', 'unexpected-pass', 'unexpected-pass'],
    ['fail', 'waived', 'waived'],
    ['error', 'not-judged', 'error'],
    ['not-applicable', 'not-judged', 'not-applicable'],
  ] as const)('%s, %s is %s', (verdict, outcome, status) => {
    expect(statusOf({ verdict, outcome })).toBe(status);
  });

  it('is never better than what was seen, where a report contradicts itself', () => {
    expect(statusOf({ verdict: 'fail', outcome: 'not-judged' })).toBe('regression');
  });

  it('has a sign of its own, of one character', () => {
    const signs = STATUSES.map((status) => SHOWN[status].sign);
    expect(new Set(signs).size).toBe(STATUSES.length);
    expect(signs.every((sign) => sign.length === 1)).toBe(true);
  });

  it('is counted, and urgent where somebody must look', () => {
    const counts = countStatuses([aResult('a.b'), aResult('a.c', { verdict: 'error', outcome: 'not-judged' })]);
    expect(counts).toMatchObject({ 'as-expected': 1, error: 1, regression: 0 });
    expect(STATUSES.filter(isUrgent)).toEqual(['regression', 'unexpected-pass', 'error']);
  });
});
