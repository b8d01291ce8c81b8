import { conformingReport } from './fixtures/conforming';
import { mixedReport } from './fixtures/mixed';
import { aDrift } from './fixtures/pieces';
import type { Report, ReportDrift, ReportResult } from './report';
import { reportErrors } from './validate';

function withFirstResult(change: object): Report {
  const [first, ...rest] = mixedReport().results;
  return { ...mixedReport(), results: [{ ...first, ...change } as ReportResult, ...rest] };
}

function withDrift(...drift: readonly ReportDrift[]): Report {
  return { ...mixedReport(), drift };
}

describe('a report', () => {
  it.each([
    ['conforming', conformingReport()],
    ['mixed', mixedReport()],
  ])('without fault is valid: %s', (_name, report) => {
    expect(reportErrors(report)).toEqual([]);
  });

  it.each([
    ['no object', [], 'the report must be object'],
    ['an unknown field', { ...mixedReport(), extra: 1 }, 'the report has an unknown field extra'],
    ['an unknown verdict', withFirstResult({ verdict: 'maybe' }), '/results/0/verdict must be one of ["pass","fail"'],
    ['a negative time', withFirstResult({ durationMs: -1 }), '/results/0/durationMs must be >= 0'],
    [
      'a time of day that is none',
      { ...mixedReport(), run: { ...mixedReport().run, startedAt: 'now' } },
      '/run/startedAt',
    ],
    ['another format', { ...mixedReport(), format: 3 }, '/format must be 2'],
    ['an id that is none', withFirstResult({ claim: 'Engine' }), '/results/0/claim must match pattern'],
  ])('with %s is refused by its schema', (_name, document, message) => {
    expect(reportErrors(document)[0]).toContain(message);
  });

  it.each([
    ['a failure that is as expected', withFirstResult({ verdict: 'fail', failure: { what: 'it' } }), "can't have"],
    [
      'a failure without its verification',
      withFirstResult({ verdict: 'fail', outcome: 'regression' }),
      'failure belongs',
    ],
    ['a pass with a failed verification', withFirstResult({ failure: { what: 'it' } }), 'failure belongs'],
    [
      'a result of a claim that is not implemented',
      withFirstResult({ claim: 'overlay.two-hosts.ping' }),
      'no implemented',
    ],
    ['a result of a claim that is not listed', withFirstResult({ claim: 'engine.no.such' }), 'no implemented claim'],
    ['two results of one claim', withFirstResult({ claim: 'engine.api.serves-1.23' }), 'more than once'],
    ['a target that is not listed', withFirstResult({ target: 'elsewhere' }), 'not among the targets'],
    [
      'a target that is listed twice',
      { ...mixedReport(), targets: mixedReport().targets.concat(mixedReport().targets) },
      'more',
    ],
    ['drift of one place that is listed twice', withDrift(aDrift('/A'), aDrift('/A')), 'drift added of version /A'],
    ['drift in more answers than there are', withDrift(aDrift('/A', { departed: 3 })), '3 of 2 answers depart'],
    ['no summary', { ...mixedReport(), summary: [] }, '0 summaries'],
    ['no plan', { ...mixedReport(), plan: [] }, '0 plans'],
    ['a summary of other results', { ...mixedReport(), results: mixedReport().results.slice(1) }, 'add up'],
  ])('with %s contradicts itself', (_name, document, message) => {
    expect(reportErrors(document).join('\n')).toContain(message);
  });
});
