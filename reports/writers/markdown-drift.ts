/** The drift of one target in the Markdown report: what is unknown at length, what is known folded away. */
import { driftCounts, type KnownDrift, knownDrift, showPath, unknownDrift } from '../drift';
import { forMarkdown, markdownCode } from '../escape';
import type { ReportDrift } from '../report';
import { count } from '../values';
import { link } from './markdown-sections';
import { cell, table } from './markdown-table';

/** Rows of a table, and paths in a cell; all is in report.json. */
const ROWS = 100;
const PATHS = 12;
/** Longest path and value, in characters. */
const PATH = 200;

export function driftSection(drift: readonly ReportDrift[]): string[] {
  if (drift.length === 0) return [];
  return [
    `### Schema drift (${drift.length})`,
    `Answers differ from the schemas of API v1.23 at ${driftCounts(drift)}.`,
    ...unknownTable(unknownDrift(drift)),
    ...knownTable(knownDrift(drift)),
  ];
}

function unknownTable(drift: readonly ReportDrift[]): string[] {
  if (drift.length === 0) return [];
  const rows = drift
    .slice(0, ROWS)
    .map(({ schema, path, kind, expected, observed, seen, answers, departed }) => [
      cell(schema),
      markdownCode(showPath(path), { limit: PATH, cell: true }),
      kind,
      cell(expected),
      cell(observed),
      cell(`${seen.method} ${seen.path}`),
      `${departed} of ${answers}`,
    ]);
  const titles = ['schema', 'place', 'drift', 'expected', 'observed', 'seen in', 'answers'];
  return ['**Unknown**', table(titles, rows, titles.length - 1), ...andMore(drift.length - ROWS, 'unknown place')];
}

function knownTable(groups: readonly KnownDrift[]): string[] {
  if (groups.length === 0) return [];
  const rows = groups.slice(0, ROWS).map(({ schema, kind, known, paths }) => {
    const shown = paths.slice(0, PATHS).map((path) => markdownCode(showPath(path), { limit: PATH, cell: true }));
    const more = paths.length > PATHS ? [`and ${paths.length - PATHS} more`] : [];
    const why = `${forMarkdown(known.why, { limit: PATH })} (${cell(known.engine)}; ${link(known.reference)})`;
    return [cell(schema), kind, [...shown, ...more].join(', '), why];
  });
  const places = groups.reduce((sum, { paths }) => sum + paths.length, 0);
  return [
    `<details><summary>${count(places, 'known place')}</summary>`,
    table(['schema', 'drift', 'places', 'why'], rows, 4),
    ...andMore(groups.length - ROWS, 'reason'),
    '</details>',
  ];
}

function andMore(number: number, what: string): string[] {
  return number > 0 ? [`And ${count(number, `more ${what}`)} in report.json.`] : [];
}
