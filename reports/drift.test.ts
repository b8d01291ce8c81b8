import { driftCounts, knownDrift, showPath, unknownDrift } from './drift';
import { aDrift } from './fixtures/pieces';

const KNOWN = { why: 'it is newer', reference: 'measured', engine: 'docker >=20.0.0' };

describe('drift', () => {
  const drift = [
    aDrift('/A', { known: KNOWN }),
    aDrift('/B'),
    aDrift('/C', { known: KNOWN }),
    aDrift('/D', { known: KNOWN, schema: 'info' }),
    aDrift('/E', { known: { ...KNOWN, why: 'it is older' } }),
    aDrift('/F', { known: KNOWN, kind: 'missing' }),
  ];

  it('is told with what is unknown apart', () => {
    expect(unknownDrift(drift).map(({ path }) => path)).toEqual(['/B']);
    expect(driftCounts(drift)).toBe('6 places: 5 known, 1 unknown');
    expect(driftCounts(drift.slice(0, 1))).toBe('1 place: 1 known, 0 unknown');
  });

  it('that is known is told together where schema, kind and reason are the same', () => {
    expect(knownDrift(drift).map(({ schema, kind, known, paths }) => [schema, kind, known.why, paths])).toEqual([
      ['version', 'added', 'it is newer', ['/A', '/C']],
      ['info', 'added', 'it is newer', ['/D']],
      ['version', 'added', 'it is older', ['/E']],
      ['version', 'missing', 'it is newer', ['/F']],
    ]);
  });

  it('of a whole answer is not shown as an empty path', () => {
    expect(showPath('')).toBe('(the whole answer)');
    expect(showPath('/A')).toBe('/A');
  });
});
