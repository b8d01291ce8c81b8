import type { Claim } from '../claims/claim';
import { batchOf, inOrderOfTrial } from './schedule';

function claim(id: string, more: Partial<Claim> = {}): Claim {
  return { id, level: 'implied', lines: [], statement: '', fault: '', body: async () => {}, ...more };
}

describe('the order in which claims are begun', () => {
  it('takes the largest batch first, and of each what waits', () => {
    const claims = [claim('engine.a'), claim('network.a'), claim('network.b', { waits: true }), claim('network.c')];
    expect(inOrderOfTrial(claims).map(({ id }) => id)).toEqual(['network.b', 'network.a', 'network.c', 'engine.a']);
  });

  it('leaves to the end what nothing may be tried beside', () => {
    const claims = [claim('network.a', { alone: true, waits: true }), claim('network.b'), claim('engine.a')];
    expect(inOrderOfTrial(claims).map(({ id }) => id)).toEqual(['network.b', 'engine.a', 'network.a']);
  });

  it('puts a claim with those whose fixtures it shares', () => {
    const guest = claim('engine.a', { sharesWith: 'network' });
    expect(batchOf(guest)).toBe('network');
    expect(inOrderOfTrial([claim('engine.b'), guest, claim('network.a')]).map(({ id }) => id)).toEqual([
      'engine.a',
      'network.a',
      'engine.b',
    ]);
  });
});
