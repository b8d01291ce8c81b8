/** Claims beside engines, and places of drift beside engines: what differs, and what is the same everywhere. */
import type { Column } from './columns';
import { compareText } from './compare-text';
import type { Report, ReportClaim, ReportDrift, ReportResult } from './report';
import { count } from './values';

/** Engines of one run that are shown side by side too, behind what each of them does; more are a fleet, of one kind mostly. */
const MOST_ENGINES = 16;

/** Whether the engines of a report are shown side by side. */
export function isSideBySide({ run, targets }: Pick<Report, 'run' | 'targets'>): boolean {
  return run.compared === true || (targets.length > 1 && targets.length <= MOST_ENGINES);
}

/** A claim with its results, one place a column; undefined where there is none on that engine. */
export interface ClaimRow {
  readonly claim: ReportClaim;
  readonly results: readonly (ReportResult | undefined)[];
}

/** Rows in the order of the catalogue; claims without a result on any of the engines are left out. */
export function claimRows(report: Pick<Report, 'claims' | 'results'>, columns: readonly Column[]): ClaimRow[] {
  const byClaim = new Map<string, Map<string, ReportResult>>();
  for (const result of report.results) {
    const own = byClaim.get(result.claim) ?? new Map<string, ReportResult>();
    byClaim.set(result.claim, own.set(result.target, result));
  }
  return report.claims.flatMap((claim) => {
    const own = byClaim.get(claim.id);
    const results = columns.map(({ id }) => own?.get(id));
    return results.every((result) => result === undefined) ? [] : [{ claim, results }];
  });
}

/**
 * In what the engines of a row agree. Of an engine on which the check ended in an error nothing is said: it makes no
 * difference, and keeps what the others do from being so everywhere.
 */
export type Agreement =
  | 'differs'
  | 'passes'
  | 'passes-where-judged'
  | 'fails'
  | 'fails-where-judged'
  | 'error'
  | 'absent';

export function agreementOf({ results }: ClaimRow): Agreement {
  const verdicts = new Set(results.flatMap((result) => result?.verdict ?? []));
  const whole = !verdicts.has('error');
  const [passes, fails] = [verdicts.has('pass'), verdicts.has('fail')];
  if (passes && fails) return 'differs';
  if (passes) return whole ? 'passes' : 'passes-where-judged';
  if (fails) return whole ? 'fails' : 'fails-where-judged';
  return whole ? 'absent' : 'error';
}

/** The rows of one chapter. */
export interface ChapterRows {
  readonly chapter: string;
  readonly rows: readonly ClaimRow[];
  /** Those in which the engines differ. */
  readonly differing: readonly ClaimRow[];
}

/** Chapters in the order of the catalogue. */
export function chapterRows(rows: readonly ClaimRow[]): ChapterRows[] {
  const chapters = [...new Set(rows.map(({ claim }) => claim.chapter))];
  return chapters.map((chapter) => {
    const own = rows.filter(({ claim }) => claim.chapter === chapter);
    return { chapter, rows: own, differing: own.filter((row) => agreementOf(row) === 'differs') };
  });
}

/** `2 differ, 78 pass everywhere`: what rows come to, in words. */
export function agreementWords(rows: readonly ClaimRow[]): string {
  const agreements = rows.map(agreementOf);
  return WORDS.flatMap(([wanted, one, many]) => {
    const number = agreements.filter((agreement) => agreement === wanted).length;
    return number === 0 ? [] : [count(number, one, many)];
  }).join(', ');
}

const WORDS: readonly (readonly [Agreement, one: string, many: string])[] = [
  ['differs', 'differs', 'differ'],
  ['passes', 'passes everywhere', 'pass everywhere'],
  ['passes-where-judged', 'passes wherever it was judged', 'pass wherever they were judged'],
  ['fails', 'fails everywhere', 'fail everywhere'],
  ['fails-where-judged', 'fails wherever it was judged', 'fail wherever they were judged'],
  ['error', 'was judged nowhere', 'were judged nowhere'],
  ['absent', 'is not applicable anywhere', 'are not applicable anywhere'],
];

/** A place at which answers depart from a schema, and on which of the engines; one of `has` a column. */
export interface DriftPlace extends Pick<ReportDrift, 'schema' | 'path' | 'kind'> {
  readonly has: readonly boolean[];
}

/** Places in the order of schema, path and kind. */
export function driftPlaces(drift: readonly ReportDrift[], columns: readonly Column[]): DriftPlace[] {
  const targets = new Map<string, { place: ReportDrift; targets: Set<string> }>();
  for (const place of drift) {
    const key = JSON.stringify([place.schema, place.path, place.kind]);
    const known = targets.get(key) ?? { place, targets: new Set<string>() };
    known.targets.add(place.target);
    targets.set(key, known);
  }
  return [...targets.values()]
    .map(({ place: { schema, path, kind }, targets: own }) => ({
      ...{ schema, path, kind },
      has: columns.map(({ id }) => own.has(id)),
    }))
    .sort((a, b) => compareText(a.schema, b.schema) || compareText(a.path, b.path) || compareText(a.kind, b.kind));
}

/** Places that the same engines have, counted; the most first. */
export function driftPatterns(places: readonly DriftPlace[]): { has: readonly boolean[]; count: number }[] {
  const patterns = new Map<string, { has: readonly boolean[]; count: number }>();
  for (const { has } of places) {
    const key = has.join();
    const known = patterns.get(key) ?? { has, count: 0 };
    known.count += 1;
    patterns.set(key, known);
  }
  return [...patterns.values()].sort((a, b) => b.count - a.count);
}
