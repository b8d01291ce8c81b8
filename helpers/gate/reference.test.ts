import { aResult, DOCKER } from '../../reports/fixtures/pieces';
import type { Report, ReportTarget } from '../../reports/report';
import { aBaseline, aRun, fails, was } from '../fixtures/gate';
import { UsageError } from '../usage-error';
import { referencesIn } from './reference';

const PODMAN: ReportTarget = { ...DOCKER, id: 'podman@5.8.6', vendor: 'podman', version: '5.8.6' };
const OLD: ReportTarget = { ...DOCKER, id: 'docker@20.10.5', version: '20.10.5' };
const NEW: ReportTarget = { ...DOCKER, id: 'docker@28.5.2', version: '28.5.2' };

function reportOn(...targets: readonly ReportTarget[]): Report {
  return aRun(
    targets.map((target) => aResult('engine.a', { target: target.id })),
    { targets },
  );
}

const of = (report: Report, target: ReportTarget, chosen?: string) =>
  referencesIn({ kind: 'report', report }, 'r.json', chosen).of(target);

test('a baseline is what every target is compared with', () => {
  const baseline = aBaseline([was('engine.a')]);
  const references = referencesIn({ kind: 'baseline', baseline }, 'dir/b.json');
  expect(references.of(PODMAN)).toEqual({ name: 'dir/b.json', baseline, toolVersion: null });
});

describe('of the report of an earlier run', () => {
  test('the only target is taken', () => {
    expect(of(reportOn(OLD), PODMAN)).toMatchObject({
      toolVersion: '0.1.0',
      baseline: { target: { version: '20.10.5' } },
    });
  });

  test('the chosen one is taken, else that of the same id, else the only one of the vendor', () => {
    const report = reportOn(OLD, NEW, PODMAN);
    expect(of(report, NEW, OLD.id).baseline.target.version).toBe('20.10.5');
    expect(of(report, NEW).baseline.target.version).toBe('28.5.2');
    expect(of(report, { ...PODMAN, id: 'other' }).baseline.target.version).toBe('5.8.6');
  });

  test('none is taken where it is not plain which', () => {
    const choose = () => of(reportOn(OLD, NEW), DOCKER);
    expect(choose).toThrow(UsageError);
    expect(choose).toThrow('it is not plain with which');
  });

  test('what ended in an error there is left out', () => {
    const broke = aResult('engine.b', { verdict: 'error', outcome: 'not-judged', reason: 'it broke' });
    const { baseline } = of(aRun([aResult('engine.a'), broke, fails('engine.c')]), DOCKER);
    expect(baseline.claims.map(({ claim }) => claim)).toEqual(['engine.a', 'engine.c']);
  });
});

test.each<[string, Report, string | undefined, string]>([
  ['a target that it has not', reportOn(OLD), 'docker@1', 'has no target docker@1'],
  [
    'one that was interrupted',
    { ...reportOn(OLD), run: { ...reportOn(OLD).run, interrupted: true } },
    undefined,
    'was interrupted',
  ],
  ['one without targets', aRun([], { targets: [] }), undefined, 'has no target'],
])('a report is refused: %s', (_what, report, chosen, message) => {
  const read = () => referencesIn({ kind: 'report', report }, 'r.json', chosen);
  expect(read).toThrow(UsageError);
  expect(read).toThrow(message);
});

test('of a baseline nothing is to be chosen', () => {
  const read = () => referencesIn({ kind: 'baseline', baseline: aBaseline([]) }, 'b.json', 'docker@1');
  expect(read).toThrow('--baseline-target has nothing to choose');
});
