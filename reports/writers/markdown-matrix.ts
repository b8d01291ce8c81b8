/** Many engines side by side in the Markdown report: claims that differ in full, all else counted, drift folded away. */
import { type Column, columnsOf } from '../columns';
import { departingVersions } from '../departing-versions';
import { showPath } from '../drift';
import { forMarkdown, markdownCode } from '../escape';
import type { Report, ReportResult } from '../report';
import {
  agreementWords,
  type ChapterRows,
  chapterRows,
  claimRows,
  type DriftPlace,
  driftPlaces,
} from '../side-by-side';
import { count } from '../values';
import { table } from './markdown-table';
import { timesSection } from './markdown-times';

/** Places of drift that are listed, and the longest path in characters. */
const PLACES = 400;
const PATH = 200;

/** The claims chapter by chapter, the drift and the times. */
export function matrixSections(report: Report): string[] {
  const columns = columnsOf(report.targets);
  return [
    '## Side by side',
    '✓ passes · ✗ fails · ~ fails, as is known of its version · ! not judged · n/a not applicable',
    ...chapterRows(claimRows(report, columns)).flatMap((rows) => chapterSection(columns, rows)),
    ...driftSection(driftPlaces(report.drift, columns), columns),
    ...timesSection(report.timings, columns),
  ];
}

function chapterSection(columns: readonly Column[], chapter: ChapterRows): string[] {
  const head = [`### ${forMarkdown(chapter.chapter)}`, `${agreementWords(chapter.rows)}.`];
  if (chapter.differing.length === 0) return head;
  const titles = ['claim', ...columns.map(({ name }) => forMarkdown(name)), 'measured'];
  const lines = chapter.differing.map(({ claim, results }) => [
    markdownCode(claim.id, { cell: true }),
    ...results.map(cellOf),
    departingVersions(
      columns,
      results.map((result) => result?.verdict),
    )
      .map(({ text }) => forMarkdown(text))
      .join('; '),
  ]);
  return [...head, table(titles, lines, titles.length)];
}

function cellOf(result: ReportResult | undefined): string {
  if (result === undefined) return '';
  switch (result.verdict) {
    case 'pass':
      return '✓';
    case 'fail':
      return result.outcome === 'regression' ? '✗' : '\\~';
    case 'error':
      return '!';
    case 'not-applicable':
      return 'n/a';
  }
}

function driftSection(places: readonly DriftPlace[], columns: readonly Column[]): string[] {
  if (places.length === 0) return [];
  const titles = ['schema', 'place', 'drift', ...columns.map(({ name }) => forMarkdown(name))];
  const lines = places
    .slice(0, PLACES)
    .map(({ schema, path, kind, has }) => [
      markdownCode(schema, { cell: true }),
      markdownCode(showPath(path), { limit: PATH, cell: true }),
      kind,
      ...has.map((departs) => (departs ? '\\~' : '')),
    ]);
  const totals = [
    '**places**',
    '',
    '',
    ...columns.map((_, index) => String(places.filter(({ has }) => has[index]).length)),
  ];
  const more = places.length - PLACES;
  return [
    '### Schema drift',
    `Answers differ from the schemas of API v1.23 at ${count(places.length, 'place')}.`,
    `<details><summary>place by place</summary>`,
    table(titles, [totals, ...lines], titles.length),
    ...(more > 0 ? [`And ${count(more, 'more place')} in report.json.`] : []),
    '</details>',
  ];
}
