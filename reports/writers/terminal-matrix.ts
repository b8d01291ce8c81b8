/** Many engines side by side on a terminal: claims that differ in full, all else counted. */
import { type Column, columnsOf, vendorName } from '../columns';
import { departingVersions } from '../departing-versions';
import type { Report, ReportResult } from '../report';
import {
  agreementWords,
  type ChapterRows,
  type ClaimRow,
  chapterRows,
  claimRows,
  driftPatterns,
  driftPlaces,
} from '../side-by-side';
import { count } from '../values';
import { type GridCell, grid } from './terminal-grid';
import type { Page } from './terminal-page';
import { timesPart } from './terminal-times';

/** Patterns of drift that are shown. */
const PATTERNS = 12;

/** The legend, the claims chapter by chapter, the drift and the times. */
export function matrixPart(page: Page, report: Report): void {
  const columns = columnsOf(report.targets);
  legend(page, columns);
  for (const rows of chapterRows(claimRows(report, columns))) chapterPart(page, columns, rows);
  driftPart(page, report, columns);
  timesPart(page, report.timings, columns);
}

/** Which number stands for which engine, and which sign for what. */
function legend(page: Page, columns: readonly Column[]): void {
  const { bold, dim } = page.colours;
  page.gap();
  page.raw(bold(count(columns.length, 'engine')));
  for (const vendor of new Set(columns.map((column) => column.vendor))) {
    const own = columns.flatMap((column, place) =>
      column.vendor === vendor ? [`${place + 1} ${page.escape(column.label)}`] : [],
    );
    page.hanging(2, `${vendorName(vendor)}  `, own.join(page.symbols.separator), bold, String);
  }
  const { pass, fail, known, error, skipped } = page.symbols;
  const signs = [
    `${pass} passes`,
    `${fail} fails`,
    `${known} fails, as is known of its version`,
    `${error} not judged`,
    `${skipped} not applicable`,
  ];
  page.facts(2, signs, dim);
}

function chapterPart(page: Page, columns: readonly Column[], chapter: ChapterRows): void {
  const { bold, dim } = page.colours;
  page.gap();
  page.hanging(2, `${page.escape(chapter.chapter)}  `, agreementWords(chapter.rows), bold, dim);
  if (chapter.differing.length === 0) return;
  grid(
    page,
    'claim',
    columns.map((_, place) => String(place + 1)),
    chapter.differing.map((row) => ({
      name: page.escape(row.claim.id),
      cells: row.results.map((result) => cellOf(page, result)),
      notes: notesOf(page, columns, row),
    })),
  );
}

/** Where all versions of a vendor fail the cells say so. */
function notesOf(page: Page, columns: readonly Column[], { results }: ClaimRow): string[] {
  const said = departingVersions(
    columns,
    results.map((result) => result?.verdict),
  ).filter(({ changes }) => changes);
  return said.length === 0 ? [] : [page.escape(said.map(({ text }) => text).join('; '))];
}

function cellOf({ symbols }: Page, result: ReportResult | undefined): GridCell {
  if (result === undefined) return { text: symbols.nought, colour: 'dim' };
  switch (result.verdict) {
    case 'pass':
      return { text: symbols.pass, colour: 'green' };
    case 'fail':
      return result.outcome === 'regression'
        ? { text: symbols.fail, colour: 'red' }
        : { text: symbols.known, colour: 'yellow' };
    case 'error':
      return { text: symbols.error, colour: 'yellow' };
    case 'not-applicable':
      return { text: symbols.skipped, colour: 'dim' };
  }
}

/** How many places depart on the same engines; which they are is in report.md. */
function driftPart(page: Page, { drift }: Report, columns: readonly Column[]): void {
  const places = driftPlaces(drift, columns);
  if (places.length === 0) return;
  const { bold, dim } = page.colours;
  const patterns = driftPatterns(places);
  page.gap();
  page.hanging(2, 'schema drift  ', `${count(places.length, 'place')}, listed in report.md`, bold, dim);
  grid(
    page,
    'places that depart',
    columns.map((_, place) => String(place + 1)),
    patterns.slice(0, PATTERNS).map(({ has, count: places }) => ({
      name: count(places, 'place'),
      cells: has.map(
        (departs): GridCell =>
          departs ? { text: page.symbols.known, colour: 'yellow' } : { text: page.symbols.nought, colour: 'dim' },
      ),
    })),
  );
  const more = patterns.slice(PATTERNS).reduce((sum, pattern) => sum + pattern.count, 0);
  if (more > 0) page.line(4, `and ${count(more, 'more place')} on other engines together`, dim);
}
