import { aClaim, aReport, aResult, DOCKER } from '../fixtures/pieces';
import { unpackEvidence } from '../page/state/evidence';
import type { ReportResult } from '../report';
import { packEvidence } from './html-evidence';

const EVIDENCE: ReportResult['evidence'] = {
  calls: [{ phase: 'body', method: 'GET', path: '/v1.23/info', status: 200, response: { Name: 'host' }, ms: 3 }],
  commands: [],
  truncated: false,
};
const REGRESSION = { verdict: 'fail', outcome: 'regression', reason: 'why' } as const;
const KNOWN = { verdict: 'fail', outcome: 'known-change', reason: 'why' } as const;

const report = aReport({
  targets: [DOCKER],
  claims: ['a.fine', 'b.known', 'c.bad', 'd.bare'].map((id) => aClaim(id, 'It holds.')),
  results: [
    aResult('a.fine', { evidence: EVIDENCE }),
    aResult('b.known', { ...KNOWN, evidence: EVIDENCE }),
    aResult('c.bad', { ...REGRESSION, evidence: EVIDENCE }),
    aResult('d.bare'),
  ],
  exitStatus: 1,
});

describe('the evidence of a page', () => {
  it('is taken from the results and packed by claim', () => {
    const { packed, results, leftOut } = packEvidence(report);
    expect(Object.keys(packed).sort()).toEqual(['a.fine', 'b.known', 'c.bad']);
    expect(results.map(({ evidence }) => evidence.calls.length)).toEqual([0, 0, 0, 0]);
    expect(results.some(({ evidence }) => evidence.truncated)).toBe(false);
    expect(leftOut).toBe(0);
  });

  it('is bounded, and what is urgent goes first', () => {
    const size = packEvidence(report).packed['c.bad']?.length ?? 0;
    expect(Object.keys(packEvidence(report, size).packed)).toEqual(['c.bad']);
    const two = packEvidence(report, 2 * size + 8);
    expect(Object.keys(two.packed)).toEqual(['c.bad', 'b.known']);
    expect(two.leftOut).toBe(1);
    expect(two.results.map(({ evidence }) => evidence.truncated)).toEqual([true, false, false, false]);
  });

  it('is unpacked by the page as it was', async () => {
    const { packed } = packEvidence(report);
    expect(await unpackEvidence(packed, 'c.bad')).toEqual([{ target: DOCKER.id, evidence: EVIDENCE }]);
    expect(await unpackEvidence(packed, 'd.bare')).toBeUndefined();
    expect(await unpackEvidence(packed, 'toString')).toBeUndefined();
  });

  it('is the same for the same report', () => {
    expect(packEvidence(report)).toEqual(packEvidence(report));
  });
});
