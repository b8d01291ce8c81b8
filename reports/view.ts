/** A report as the writers walk through it: per target, per chapter, each result with its claim. */
import type {
  Report,
  ReportClaim,
  ReportComparison,
  ReportDrift,
  ReportFinding,
  ReportPlan,
  ReportResult,
  ReportTarget,
} from './report';
import { inOrder } from './summarise';

export interface JudgedClaim {
  readonly claim: ReportClaim;
  readonly result: ReportResult;
}

export interface ChapterView {
  readonly chapter: string;
  readonly judged: readonly JudgedClaim[];
}

export interface TargetView {
  readonly target: ReportTarget;
  readonly plan: ReportPlan | undefined;
  /** In the catalogue's order. */
  readonly judged: readonly JudgedClaim[];
  /** The chapters of which there are results, in the catalogue's order. */
  readonly chapters: readonly ChapterView[];
  readonly findings: readonly ReportFinding[];
  readonly drift: readonly ReportDrift[];
  readonly comparisons: readonly ReportComparison[];
}

/** One view a target, in the report's order. Results of claims that the report does not list are left out. */
export function targetViews(report: Report): readonly TargetView[] {
  const claims = new Map(report.claims.map((claim) => [claim.id, claim]));
  const ordered = inOrder(report, report.results);
  return report.targets.map((target) => {
    const own = <T extends { readonly target: string }>(items: readonly T[]) =>
      items.filter((item) => item.target === target.id);
    const judged = own(ordered).flatMap((result) => {
      const claim = claims.get(result.claim);
      return claim === undefined ? [] : [{ claim, result }];
    });
    const chapters = [...new Set(judged.map(({ claim }) => claim.chapter))].map((chapter) => ({
      chapter,
      judged: judged.filter(({ claim }) => claim.chapter === chapter),
    }));
    const plan = report.plan.find((entry) => entry.target === target.id);
    return {
      target,
      plan,
      judged,
      chapters,
      findings: own(report.findings),
      drift: own(report.drift),
      comparisons: own(report.comparisons),
    };
  });
}

/** The claims that were not applicable, by the reason, most frequent first. */
export function byReason(judged: readonly JudgedClaim[]): { reason: string; claims: string[] }[] {
  const groups = new Map<string, string[]>();
  for (const { claim, result } of judged) {
    if (result.verdict !== 'not-applicable') continue;
    const reason = result.reason ?? 'no reason given';
    groups.set(reason, [...(groups.get(reason) ?? []), claim.id]);
  }
  return [...groups].map(([reason, claims]) => ({ reason, claims })).sort((a, b) => b.claims.length - a.claims.length);
}

/** `line 40` or `lines 312-318, 400` of the document; empty where the claim names none. */
export function documentLines(claim: ReportClaim): string {
  const ranges = claim.lines.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`));
  if (ranges.length === 0) return '';
  const single = claim.lines.length === 1 && claim.lines[0]?.[0] === claim.lines[0]?.[1];
  return `line${single ? '' : 's'} ${ranges.join(', ')}`;
}

/** `docker 20.10.24+dfsg1`, unescaped. */
export function engineName(target: ReportTarget): string {
  return `${target.vendor === 'unknown' ? 'unknown engine' : target.vendor} ${target.version}`;
}
