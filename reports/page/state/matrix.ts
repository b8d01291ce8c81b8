/** Claims beside engines: what each cell holds, which version departs first, and which rows the filters leave. */

import type { Column } from '../../columns';
import type { ReportClaim, ReportResult, ReportTarget } from '../../report';
import { type Filters, finds, lets, wordsOf } from './filters';
import { type Status, statusOf } from './status';

/** Characters of what a claim and its results say that a search looks in. */
const SEARCHED = 8000;

/** A claim with its results, one place a column; undefined where the claim has no result there. */
export interface Row {
  readonly claim: ReportClaim;
  readonly results: readonly (ReportResult | undefined)[];
  readonly statuses: readonly (Status | undefined)[];
  /** For each vendor whose engines depart, the first that does. */
  readonly departs: readonly Column[];
  /** In lower case, what a search looks in. */
  readonly text: string;
}

/** Rows in the order of the catalogue; claims of which there is no result are left out. */
export function rowsOf(
  claims: readonly ReportClaim[],
  results: readonly ReportResult[],
  columns: readonly Column[],
): readonly Row[] {
  const places = new Map(columns.map((column, index) => [column.id, index]));
  const byClaim = new Map<string, (ReportResult | undefined)[]>();
  for (const result of results) {
    const place = places.get(result.target);
    if (place === undefined) continue;
    let own = byClaim.get(result.claim);
    if (own === undefined) {
      own = Array.from<ReportResult | undefined>({ length: columns.length });
      byClaim.set(result.claim, own);
    }
    own[place] = result;
  }
  return claims.flatMap((claim) => {
    const own = byClaim.get(claim.id);
    return own === undefined ? [] : [rowOf(claim, own, columns)];
  });
}

/** The rows that the filters leave, and the columns, by their places, of which they speak. */
export function filteredRows(rows: readonly Row[], columns: readonly Column[], filters: Filters): readonly Row[] {
  const words = wordsOf(filters.q);
  const places = shownPlaces(columns, filters);
  return rows.filter(({ claim, statuses, text }) => {
    if (!lets(filters.chapter, claim.chapter) || !lets(filters.level, claim.level)) return false;
    if (!finds(words, text)) return false;
    const shown = places.flatMap((place) => statuses[place] ?? []);
    if (shown.length === 0) return false;
    if (filters.differing && !isDiffering(shown)) return false;
    return filters.status.length === 0 || shown.some((status) => filters.status.includes(status));
  });
}

/** The places of the columns whose vendor the filters let through. */
export function shownPlaces(columns: readonly Column[], filters: Filters): readonly number[] {
  return columns.flatMap(({ vendor }, place) => (lets(filters.vendor, vendor) ? [place] : []));
}

/** The first engine of each vendor, by version, on which the claim fails, whether that is known or not. */
export function firstDepartures(
  results: readonly (Pick<ReportResult, 'verdict'> | undefined)[],
  columns: readonly Column[],
): readonly Column[] {
  const first = new Map<ReportTarget['vendor'], Column>();
  for (const [place, column] of columns.entries()) {
    if (results[place]?.verdict === 'fail' && !first.has(column.vendor)) first.set(column.vendor, column);
  }
  return [...first.values()];
}

/** The engine of which there is most to say: the first with the worst status. */
export function mostTelling(row: Row, order: readonly Status[]): number {
  for (const status of order) {
    const place = row.statuses.indexOf(status);
    if (place !== -1) return place;
  }
  return Math.max(
    0,
    row.statuses.findIndex((status) => status !== undefined),
  );
}

/** Engines on which a claim was not tried neither agree nor differ. */
function isDiffering(statuses: readonly Status[]): boolean {
  const judged = statuses.filter((status) => status !== 'not-applicable');
  return new Set(judged).size > 1;
}

function rowOf(claim: ReportClaim, results: readonly (ReportResult | undefined)[], columns: readonly Column[]): Row {
  const said = results.flatMap((result) => [result?.reason, result?.change?.why]);
  const searched = [claim.id, claim.statement, claim.documentSays, ...new Set(said)];
  return {
    claim,
    results,
    statuses: results.map((result) => (result === undefined ? undefined : statusOf(result))),
    departs: firstDepartures(results, columns),
    text: searched
      .filter((text) => typeof text === 'string')
      .join(' ')
      .slice(0, SEARCHED)
      .toLowerCase(),
  };
}
