import { aComparison, aDifference } from '../../reports/fixtures/comparison';
import { aDrift, aResult, DOCKER } from '../../reports/fixtures/pieces';
import type { Report, ReportComparison } from '../../reports/report';
import { reportErrors } from '../../reports/validate';
import { aBaseline, aRun, fails, KNOWN, was } from '../fixtures/gate';
import { besideOwnVersions } from './own-version';
import { gatedReport, gateStatus } from './verdict';

const RUN = aRun([aResult('engine.a'), fails('engine.b')]);
const SAME = aComparison([], { unchanged: 2 });
const ACCEPTED = aDifference('engine.b', { accepted: true, waiver: 'planned (me, until 2027-01-01)' });
const LEFT = { target: DOCKER.id, kind: 'left-behind', severity: 'problem', message: 'm', details: [] } as const;
const BROKE = aResult('engine.a', { verdict: 'error', outcome: 'not-judged', reason: 'it broke' });

test.each<[string, Report, readonly ReportComparison[], number]>([
  ['nothing changed, though something fails', RUN, [SAME], 0],
  ['what changed is accepted', RUN, [aComparison([ACCEPTED], { unchanged: 1 })], 0],
  ['something changed', RUN, [SAME, aComparison([aDifference('engine.b')])], 1],
  ['something is better', RUN, [aComparison([aDifference('engine.a', { change: 'fixed' })])], 1],
  [
    'a waiver is not in order',
    RUN,
    [aComparison([], { waivers: [{ where: 'w.yaml:1', problem: 'expired', message: 'm' }] })],
    1,
  ],
  ['a check ended in an error', aRun([BROKE, aResult('engine.b')]), [SAME], 3],
  ['something was left behind', aRun([aResult('engine.a')], { findings: [LEFT] }), [SAME], 3],
  [
    'fewer were judged than planned',
    { ...RUN, plan: RUN.plan.map((plan) => ({ ...plan, planned: plan.planned + 1 })) },
    [SAME],
    3,
  ],
  ['something changed in a run with an error', aRun([BROKE]), [aComparison([aDifference('engine.b')])], 1],
  ['no claim is in both', RUN, [SAME, aComparison([], { unchanged: 0 })], 2],
  ['it was interrupted', { ...RUN, run: { ...RUN.run, interrupted: true } }, [SAME], 130],
])('where %s the gate ends with its status', (_what, report, comparisons, status) => {
  expect(gateStatus(report, comparisons)).toBe(status);
});

test('what a waiver accepts of what nobody explains is waived, and counted so', () => {
  const report = gatedReport(RUN, [aComparison([ACCEPTED], { unchanged: 1 })]);
  expect(report.results[1]).toMatchObject({
    outcome: 'waived',
    reason: 'waived: planned (me, until 2027-01-01)',
  });
  expect(report.summary[0]?.outcomes).toMatchObject({ waived: 1, regression: 0 });
  expect(reportErrors(report)).toEqual([]);
  const known = aRun([aResult('engine.a'), fails('engine.b', 2, { outcome: 'known-change', change: KNOWN })]);
  expect(gatedReport(known, [aComparison([ACCEPTED])]).results[1]).toMatchObject({ outcome: 'known-change' });
});

describe('a run beside the baseline of its own version', () => {
  const shipped = (...claims: readonly ReturnType<typeof was>[]) => {
    const { target, ...rest } = aBaseline(claims);
    return [{ name: 'docker-20.10.24.json', baseline: { ...rest, target: { ...target, version: '20.10.24' } } }];
  };
  const known = { outcome: 'known-change', change: KNOWN } as const;

  test('departs where it fails what a healthy engine passes, even by a known change', () => {
    const report = besideOwnVersions(aRun([fails('engine.a', 2, known)]), shipped(was('engine.a')));
    expect(report).toMatchObject({ exitStatus: 1, comparisons: [{ purpose: 'own-version', compared: 1 }] });
    expect(report.results[0]).toMatchObject({ outcome: 'regression' });
    expect(report.results[0]).not.toHaveProperty('change');
    expect(report.comparisons[0]?.differences[0]).toMatchObject({ change: 'regression', since: KNOWN });
    expect(reportErrors(report)).toEqual([]);
  });

  test('conforms where it differs in anything else, and tells of it', () => {
    const run = aRun([aResult('engine.a'), fails('engine.b', 3, known)], { drift: [aDrift('/New')] });
    const report = besideOwnVersions(run, shipped(was('engine.a', 'x'), was('engine.b', 'y')));
    expect(report.exitStatus).toBe(0);
    expect(report.comparisons[0]?.differences.map(({ change }) => change)).toEqual(['changed-reason', 'new', 'fixed']);
  });

  test('that was incomplete stays so, and one without a baseline stays as it was', () => {
    expect(besideOwnVersions(aRun([BROKE]), shipped(was('engine.a')))).toMatchObject({ exitStatus: 3 });
    expect(besideOwnVersions(RUN, [])).toBe(RUN);
    const other = aBaseline([was('engine.a')]);
    expect(besideOwnVersions(RUN, [{ name: 'docker-20.10.5.json', baseline: other }])).toBe(RUN);
  });
});
