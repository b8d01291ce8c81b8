import { mixedReport } from '../../fixtures/mixed';
import { claimTimes } from './claim-times';
import { modelOf } from './model';

const report = mixedReport();

function timesOf(targets: typeof report.targets) {
  return claimTimes(modelOf({ report: { ...report, targets }, baselines: [], leftOut: 0 }));
}

describe('the times of claims', () => {
  it('are grouped by engine where there are many', () => {
    const { groups } = timesOf(report.targets);
    expect(groups.map(({ group, spread }) => [group, spread.count])).toEqual([
      ['Docker 20.10.24', 7],
      ['Podman 5.8.6', 1],
    ]);
  });

  it('are grouped by chapter where there is one engine, without what was not tried', () => {
    const { groups, took } = timesOf(report.targets.slice(0, 1));
    expect(groups.map(({ group, spread }) => [group, spread.count])).toEqual([
      ['engine', 3],
      ['network', 3],
      ['volume', 1],
    ]);
    expect(took.map(({ claim }) => claim)).not.toContain('volume.copy-up.first-use');
  });
});
