import { baselineErrors, renderBaseline } from '../../reports/baseline';
import { mixedReport } from '../../reports/fixtures/mixed';
import { aDrift, aResult, DOCKER } from '../../reports/fixtures/pieces';
import type { Report, ReportResult } from '../../reports/report';
import { aRun, fails } from '../fixtures/gate';
import { UsageError } from '../usage-error';
import { makeBaseline } from './make';

const NOT_HERE: Partial<ReportResult> = {
  verdict: 'not-applicable',
  outcome: 'not-judged',
  reason: 'the host is elsewhere: 10.1.2.3',
};

/** What one engine shows in two runs: other ids, addresses, times, and another order. */
function measured(run: string, octet: number, reversed: boolean): Report {
  const results = [
    aResult('engine.one', { durationMs: octet }),
    fails('network.two', `10.0.0.${octet} of ec-${run}-3`),
    aResult('volume.three', NOT_HERE),
  ];
  const drift = [aDrift('/B', { observed: `"${octet}"` }), aDrift('/A', { departed: 1 })];
  const report = aRun(reversed ? results.toReversed() : results, { drift: reversed ? drift.toReversed() : drift });
  return { ...report, run: { ...report.run, id: run, startedAt: `2026-01-01T00:00:${octet}.000Z` } };
}

test('two measurements of one engine give the same bytes', () => {
  const [first, second] = [measured('bcdfghjklm', 11, false), measured('zxcvbnmqwr', 12, true)];
  const text = renderBaseline(makeBaseline(first, DOCKER.id));
  expect(renderBaseline(makeBaseline(second, DOCKER.id))).toBe(text);
  expect(baselineErrors(JSON.parse(text))).toEqual([]);
  expect(text).not.toMatch(/bcdfghjklm|10\.0\.0|2026/);
  expect(JSON.parse(text)).toMatchObject({
    target: { vendor: 'docker', version: '20.10.24', minApiVersion: '1.12', apiVersionAsked: '1.23', kind: 'single' },
    claims: [
      { claim: 'engine.one', verdict: 'pass', outcome: 'as-expected', reason: null },
      { claim: 'network.two', verdict: 'fail', reason: 'w: expected 1, observed <address> of <name>' },
      { claim: 'volume.three', verdict: 'not-applicable', reason: 'the host is elsewhere: <address>' },
    ],
    drift: [{ path: '/A' }, { path: '/B' }],
  });
});

test('another engine gives other bytes', () => {
  const other = measured('bcdfghjklm', 11, false);
  const changed = { ...other, drift: other.drift.slice(1) };
  expect(renderBaseline(makeBaseline(changed, DOCKER.id))).not.toBe(renderBaseline(makeBaseline(other, DOCKER.id)));
});

test('that somebody has accepted a departure is no property of the engine', () => {
  const report = aRun([fails('engine.one', 2, { outcome: 'waived' })]);
  expect(makeBaseline(report, DOCKER.id).claims[0]).toMatchObject({ outcome: 'regression' });
});

test.each<[string, () => Report, string]>([
  ['with an error', mixedReport, '1 check on'],
  [
    'that was interrupted',
    () => ({ ...aRun([]), run: { ...aRun([]).run, interrupted: true } }),
    'was interrupted: no baseline',
  ],
])('none is made of a run %s', (_what, report, message) => {
  expect(() => makeBaseline(report(), DOCKER.id)).toThrow(UsageError);
  expect(() => makeBaseline(report(), DOCKER.id)).toThrow(message);
});
