/** Whether a report agrees with itself, beyond what its schema can say. */
import { comparisonDisagreements } from './agreement-comparisons';
import type { Outcome, Report, ReportDrift, ReportResult, Verdict } from './report';
import { summarise } from './summarise';
import { twice } from './twice';

/** The outcomes that each verdict can have: a failure is never as expected, and an error judges nothing. */
const OUTCOMES: Record<Verdict, readonly Outcome[]> = {
  pass: ['as-expected', 'unexpected-pass', 'waived'],
  fail: ['regression', 'known-change', 'waived'],
  'not-applicable': ['not-judged'],
  error: ['not-judged'],
};

/** What contradicts itself in a report that is valid by its schema, one line each. */
export function disagreements(report: Report): string[] {
  const targets = report.targets.map((target) => target.id);
  return [
    ...twice('target', targets),
    ...twice(
      'claim',
      report.claims.map((claim) => claim.id),
    ),
    ...twice(
      'result',
      report.results.map((result) => `${result.claim} on ${result.target}`),
    ),
    ...twice(
      'drift',
      report.drift.map(({ target, schema, path, kind }) => `${kind} of ${schema} ${path} on ${target}`),
    ),
    ...report.drift.flatMap(ofDrift),
    ...strangers(report, new Set(targets)),
    ...report.results.flatMap(ofResult),
    ...ofResultsClaims(report),
    ...ofSummary(report),
    ...comparisonDisagreements(report),
  ];
}

function strangers(report: Report, targets: ReadonlySet<string>): string[] {
  const { plan, results, findings, drift, timings, comparisons, summary } = report;
  const named = [plan, results, findings, drift, timings, comparisons, summary].flat();
  const unknown = new Set(named.map((item) => item.target).filter((target) => !targets.has(target)));
  return [...unknown].map((target) => `target ${target} is named and is not among the targets`);
}

function ofResult(result: ReportResult): string[] {
  const name = `result of ${result.claim} on ${result.target}`;
  const wrong: string[] = [];
  if (!OUTCOMES[result.verdict].includes(result.outcome)) {
    wrong.push(`${name}: verdict ${result.verdict} can't have the outcome ${result.outcome}`);
  }
  if ((result.verdict === 'fail') !== (result.failure !== undefined)) {
    wrong.push(`${name}: failure belongs to verdict fail, and every such has it`);
  }
  return wrong;
}

function ofDrift({ schema, path, answers, departed }: ReportDrift): string[] {
  return departed <= answers ? [] : [`drift of ${schema} ${path}: ${departed} of ${answers} answers depart`];
}

function ofResultsClaims(report: Report): string[] {
  const implemented = new Map(report.claims.map((claim) => [claim.id, claim.implemented]));
  return report.results
    .filter((result) => implemented.get(result.claim) !== true)
    .map((result) => `result of ${result.claim} on ${result.target}: no implemented claim of that id is listed`);
}

function ofSummary(report: Report): string[] {
  return report.targets.flatMap((target) => {
    const wrong: string[] = [];
    const plans = report.plan.filter((plan) => plan.target === target.id);
    if (plans.length !== 1) wrong.push(`target ${target.id} has ${plans.length} plans`);
    const summaries = report.summary.filter((summary) => summary.target === target.id);
    const [summary] = summaries;
    if (summary === undefined || summaries.length > 1) {
      return [...wrong, `target ${target.id} has ${summaries.length} summaries`];
    }
    const counted = summarise(target.id, report.results);
    const same = sameNumbers(summary.verdicts, counted.verdicts) && sameNumbers(summary.outcomes, counted.outcomes);
    return same ? wrong : [...wrong, `the summary of target ${target.id} is not what its results add up to`];
  });
}

function sameNumbers(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): boolean {
  return Object.keys(b).every((key) => a[key] === b[key]);
}
