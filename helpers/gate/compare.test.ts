import { driftId } from '../../reports/baseline';
import { aDrift, aResult, DOCKER } from '../../reports/fixtures/pieces';
import type { Report, ReportDrift, ReportResult } from '../../reports/report';
import { reportErrors } from '../../reports/validate';
import { aBaseline, aRun, fails, KNOWN, was, wasDrift } from '../fixtures/gate';
import { compareTarget } from './compare';

function compare(baseline: ReturnType<typeof aBaseline>, report: Report) {
  return compareTarget(report, DOCKER, { name: 'b.json', baseline, toolVersion: null }, 'gate');
}

const REASON = 'w: expected 1, observed 2';
const NOT_HERE: Partial<ReportResult> = { verdict: 'not-applicable', outcome: 'not-judged', reason: 'no such host' };
const BROKE: Partial<ReportResult> = { verdict: 'error', outcome: 'not-judged', reason: 'it broke' };

describe('a claim', () => {
  test.each<[string, ReturnType<typeof was>, ReportResult, string | undefined]>([
    ['that passes as before', was('engine.a'), aResult('engine.a'), undefined],
    ['that fails as before', was('engine.a', REASON), fails('engine.a'), undefined],
    ['that passed and fails', was('engine.a'), fails('engine.a'), 'regression'],
    ['that failed and passes', was('engine.a', REASON), aResult('engine.a'), 'fixed'],
    ['that fails in another way', was('engine.a', REASON), fails('engine.a', 3), 'changed-reason'],
    [
      'that fails with other addresses',
      was('engine.a', 'w: expected 1, observed <address>'),
      fails('engine.a', '10.1.2.3'),
      undefined,
    ],
  ])('%s is told of as such', (_what, before, now, change) => {
    const { compared, unchanged, differences } = compare(aBaseline([before]), aRun([now]));
    expect(differences.map((difference) => difference.change)).toEqual(change === undefined ? [] : [change]);
    expect([compared, unchanged]).toEqual([1, change === undefined ? 1 : 0]);
  });

  test('that differs shows what was, what is, what is known of it, and how to see it', () => {
    const failed = fails('engine.a', 2, { outcome: 'known-change', change: KNOWN, seeByHand: 'curl x' });
    const [first, second] = compare(
      aBaseline([was('engine.a'), was('engine.b', REASON)]),
      aRun([failed, aResult('engine.b', { outcome: 'unexpected-pass', change: KNOWN })]),
    ).differences;
    expect(first).toEqual({
      subject: 'claim',
      id: 'engine.a',
      change: 'regression',
      was: 'passes',
      is: `fails: ${REASON}`,
      since: KNOWN,
      seeByHand: 'curl x',
      accepted: false,
    });
    expect(second).toMatchObject({ is: 'passes', was: `fails: ${REASON}` });
    expect(second?.seeByHand).toBe(`engine-conformance run --target ${DOCKER.id} --only engine.b`);
    expect(second).not.toHaveProperty('since');
  });

  test('that only one side judged is named, with the reason, and not compared', () => {
    const baseline = aBaseline([
      was('engine.gone'),
      was('engine.left'),
      was('engine.broke'),
      was('engine.never', 'no', { verdict: 'not-applicable', outcome: 'not-judged' }),
      was('engine.now', 'no store', { verdict: 'not-applicable', outcome: 'not-judged' }),
    ]);
    const report = aRun([
      aResult('engine.left', NOT_HERE),
      aResult('engine.broke', BROKE),
      aResult('engine.never', NOT_HERE),
      aResult('engine.now'),
      fails('engine.fresh'),
    ]);
    const comparison = compare(baseline, report);
    expect(comparison).toMatchObject({ compared: 0, unchanged: 0, differences: [] });
    expect(comparison.notCompared).toEqual([
      { claim: 'engine.now', side: 'run', reason: 'no store' },
      { claim: 'engine.fresh', side: 'run', reason: 'not in the baseline' },
      { claim: 'engine.broke', side: 'baseline', reason: 'ended in an error: it broke' },
      { claim: 'engine.gone', side: 'baseline', reason: 'not selected, or not known to this version' },
      { claim: 'engine.left', side: 'baseline', reason: 'no such host' },
    ]);
    expect(reportErrors({ ...report, comparisons: [comparison] })).toEqual([]);
  });
});

describe('a place of drift', () => {
  const differ = (before: readonly ReportDrift[], now: readonly ReportDrift[], results = [aResult('engine.a')]) =>
    compare(aBaseline([was('engine.a')], before.map(wasDrift)), aRun(results, { drift: now, also: ['engine.z'] }))
      .differences;

  test('that departs as before is no difference, whatever was observed', () => {
    expect(differ([aDrift('/A')], [aDrift('/A', { observed: '"y"', departed: 1 })])).toEqual([]);
  });

  test('that departs anew, or no more, is told of with the call that shows it', () => {
    const now = aDrift('/B', {
      schema: 'container-inspect',
      known: KNOWN,
      seen: { method: 'GET', path: `/v1.23/containers/${'0c'.repeat(32)}/json?size=1&filters=%7B%22id%22%7D` },
    });
    const [fresh, gone] = differ([aDrift('/A')], [now]);
    expect(fresh).toMatchObject({ id: 'container-inspect /B added', change: 'new', was: null, since: KNOWN });
    expect(fresh?.is).toBe('added: expected absent, observed "x"');
    expect(fresh?.seeByHand).toBe(
      `curl -sS --unix-socket ${DOCKER.id.replace('unix://', '')} 'http://localhost/v1.23/containers/OBJECT/json?size=1' | engine-conformance schema check container-inspect -`,
    );
    expect(gone).toMatchObject({ id: 'version /A added', change: 'gone', was: 'added: expected absent', is: null });
  });

  test('that departs in another way is one difference', () => {
    const [only, ...more] = differ(
      [aDrift('/A', { kind: 'missing', expected: 'a text' })],
      [aDrift('/A', { kind: 'type', expected: 'a text', observed: '5' })],
    );
    expect(more).toEqual([]);
    expect(only).toMatchObject({ id: 'version /A type', change: 'changed-reason', was: 'missing: expected a text' });
  });

  test('is not gone where the run left out what the baseline tried, and is named', () => {
    expect(differ([aDrift('/A')], [], [aResult('engine.z')])).toEqual([]);
    const narrow = compare(aBaseline([was('engine.a')], [wasDrift(aDrift('/A'))]), aRun([aResult('engine.z')]));
    expect(narrow.driftNotCompared).toEqual(['version /A added']);
    expect(differ([aDrift('/A')], [], [aResult('engine.a', BROKE)])).toEqual([]);
    expect(differ([aDrift('/A')], [], [aResult('engine.a', NOT_HERE)])).toMatchObject([{ change: 'gone' }]);
  });

  test('that only claims which the baseline did not try have shown is named, and is no difference', () => {
    const calls = [{ phase: 'body' as const, ...aDrift('/A').seen, status: 200, ms: 1 }];
    const asks = (claim: string) => aResult(claim, { evidence: { calls, commands: [], truncated: false } });
    const compared = (...results: readonly ReportResult[]) =>
      compare(aBaseline([was('engine.a')]), aRun(results, { drift: [aDrift('/A')] }));
    expect(compared(aResult('engine.a'), asks('engine.z'))).toMatchObject({
      differences: [],
      driftNotCompared: ['version /A added'],
    });
    expect(compared(asks('engine.a'), asks('engine.z')).differences).toMatchObject([{ change: 'new' }]);
    expect(compared(aResult('engine.a'), aResult('engine.z')).differences).toMatchObject([{ change: 'new' }]);
  });

  test('that an engine invented shows no command', () => {
    const [only] = differ([], [aDrift('/A', { seen: { method: 'POST', path: '/v1.23/containers/create' } })]);
    expect(only?.seeByHand).toBeNull();
  });
});

test('what differs is told worst first, and agrees with the report', () => {
  const baseline = aBaseline(
    ['engine.fixed', 'engine.other', 'engine.known-other']
      .map((id) => was(id, 'w: expected 1, observed 9'))
      .concat(was('engine.worse'), was('engine.known-worse'), was('engine.same')),
    [wasDrift(aDrift('/Gone'))],
  );
  const known = { outcome: 'known-change', change: KNOWN } as const;
  const report = aRun(
    [
      aResult('engine.fixed'),
      fails('engine.known-other', 3, known),
      fails('engine.other', 3),
      fails('engine.known-worse', 2, known),
      fails('engine.worse'),
      aResult('engine.same'),
    ],
    { drift: [aDrift('/Known', { known: KNOWN }), aDrift('/New')] },
  );
  const comparison = compare(baseline, report);
  expect(comparison.differences.map(({ id }) => id)).toEqual([
    'engine.worse',
    'engine.known-worse',
    'engine.other',
    'engine.known-other',
    driftId(aDrift('/New')),
    driftId(aDrift('/Known')),
    'engine.fixed',
    driftId(aDrift('/Gone')),
  ]);
  expect(comparison).toMatchObject({ compared: 6, unchanged: 1, waivers: [] });
  expect(reportErrors({ ...report, comparisons: [comparison] })).toEqual([]);
});
