import { aComparison, aDifference } from './fixtures/comparison';
import { mixedReport } from './fixtures/mixed';
import type { Report, ReportComparison } from './report';
import { reportErrors } from './validate';

const TARGET = mixedReport().targets[0]?.id ?? '';
const CHANGED = 'engine.api.serves-1.23';

function compared(...comparisons: readonly ReportComparison[]): Report {
  return { ...mixedReport(), comparisons };
}

test('a report with comparisons and timings that add up agrees with itself', () => {
  const report = compared(
    aComparison([aDifference(CHANGED, { accepted: true, waiver: 'planned' })], {
      notCompared: [
        { claim: 'engine.version.fields', side: 'run' },
        { claim: 'engine.no.longer', side: 'baseline', reason: 'not selected' },
      ],
    }),
    aComparison([aDifference('info /Name missing', { subject: 'drift', change: 'gone' })], { purpose: 'own-version' }),
  );
  const timings = [{ target: TARGET, operation: 'create' as const, samples: [3, 4.5] }];
  expect(reportErrors({ ...report, timings })).toEqual([]);
});

test.each<[string, Report, string]>([
  ['a comparison of no target', compared(aComparison([], { target: 'elsewhere' })), 'not among the targets'],
  ['two comparisons of one kind', compared(aComparison([]), aComparison([])), 'more than once'],
  [
    'a difference twice',
    compared(aComparison([aDifference(CHANGED), aDifference(CHANGED)])),
    'claim engine.api.serves',
  ],
  ['a claim without a result', compared(aComparison([aDifference('engine.no.such')])), 'no result that judges it'],
  [
    'a claim that was not judged',
    compared(aComparison([], { notCompared: [{ claim: 'volume.copy-up.first-use', side: 'run' }] })),
    'no result that judges it',
  ],
  ['counts that do not add up', compared(aComparison([], { compared: 2 })), '2 compared are not 3 unchanged and 0'],
  ['an acceptance by nobody', compared(aComparison([aDifference(CHANGED, { accepted: true })])), 'by a waiver'],
  [
    'a waiver that accepts nothing',
    compared(aComparison([aDifference(CHANGED, { waiver: 'because' })])),
    'by a waiver, or not at all',
  ],
  [
    'a timing of no target',
    { ...mixedReport(), timings: [{ target: 'elsewhere', operation: 'ping', samples: [1] }] },
    'not among the targets',
  ],
  [
    'two timings of one operation',
    {
      ...mixedReport(),
      timings: [
        { target: TARGET, operation: 'ping', samples: [1] },
        { target: TARGET, operation: 'ping', samples: [1] },
      ],
    },
    'timing ping of',
  ],
])('a report with %s is refused', (_name, report, message) => {
  expect(reportErrors(report).join('\n')).toContain(message);
});

test('a timing without samples is refused', () => {
  const timings = [{ target: TARGET, operation: 'ping', samples: [] }];
  expect(reportErrors({ ...mixedReport(), timings })[0]).toContain('/timings/0/samples');
});
