import { aClaim, aReport, aResult, DOCKER } from '../../reports/fixtures/pieces';
import type { ReportResult } from '../../reports/report';
import { Constancy } from './constancy';

const CLAIMS = [aClaim('volume.a', 'A holds.'), aClaim('volume.b', 'B holds.')];

function constancyOf(...runs: readonly (readonly ReportResult[])[]): Constancy {
  const constancy = new Constancy();
  for (const results of runs) constancy.add(aReport({ targets: [DOCKER], claims: CLAIMS, results, exitStatus: 0 }));
  return constancy;
}

const failed = aResult('volume.b', {
  verdict: 'fail',
  outcome: 'regression',
  reason: 'b is not there',
  failure: { what: 'b' },
});

describe('the verdicts of many runs', () => {
  it('are the same where every check came out as in the first run, whichever way', () => {
    const constancy = constancyOf([aResult('volume.a'), failed], [aResult('volume.a'), failed]);
    expect(constancy.same).toBe(true);
    expect(constancy.summary()).toMatchObject({ checks: 4, judged: 2, unsteady: 0 });
  });

  it('are not the same where one check came out otherwise once, and it is named with the reason', () => {
    const constancy = constancyOf([aResult('volume.a'), aResult('volume.b')], [aResult('volume.a'), failed]);
    expect(constancy.same).toBe(false);
    expect(constancy.lines()).toEqual([
      expect.stringMatching(/^NOT THE SAME {2}volume\.b on .*: pass 1 times, fail 1 times \(b is not there\)$/),
    ]);
  });

  it('are not the same where a check ended in error every time: an error is no verdict', () => {
    const broken = aResult('volume.a', { verdict: 'error', outcome: 'not-judged', reason: 'no answer' });
    expect(constancyOf([broken], [broken]).same).toBe(false);
  });

  it('are not the same where a check was judged once and is absent then', () => {
    expect(constancyOf([aResult('volume.a'), aResult('volume.b')], [aResult('volume.a')]).lines()).toEqual([
      expect.stringContaining('absent 1 times (no result)'),
    ]);
  });
});
