/** The comparison of one target with an earlier measurement in the Markdown report: worst first. */
import {
  baselineWords,
  changeWords,
  comparisonCounts,
  notComparedByReason,
  sinceWords,
  unaccepted,
} from '../comparisons';
import { forMarkdown, markdownBlock, markdownCode } from '../escape';
import type { ReportComparison, ReportDifference } from '../report';
import { count } from '../values';
import { cell, table } from './markdown-table';

/** Rows of a table, and commands that are shown. */
const ROWS = 200;
const COMMANDS = 20;

/** Longest text of a cell and of a command, in characters. */
const TEXT = 300;
const COMMAND = 1200;

export function comparisonSections(comparisons: readonly ReportComparison[]): string[] {
  return comparisons.flatMap(comparisonSection);
}

function comparisonSection(comparison: ReportComparison): string[] {
  const { baseline, purpose } = comparison;
  const why = purpose === 'gate' ? '' : ' It is what a healthy engine of this version was measured to do.';
  const open = unaccepted(comparison);
  return [
    `### Beside ${markdownCode(baseline.name, { limit: TEXT })}`,
    `${forMarkdown(baselineWords(comparison))}.${why} ${comparisonCounts(comparison)}.`,
    ...changedTable('Changed', open),
    ...commands(open),
    ...waiverList(comparison),
    ...changedTable(
      'Accepted',
      comparison.differences.filter(({ accepted }) => accepted),
    ),
    ...notCompared(comparison),
  ];
}

function changedTable(title: string, differences: readonly ReportDifference[]): string[] {
  if (differences.length === 0) return [];
  const code = (text: string) => markdownCode(text, { limit: TEXT, cell: true });
  const rows = differences.slice(0, ROWS).map((difference) => {
    const { id, was, is, waiver } = difference;
    const why = waiver ?? sinceWords(difference);
    return [
      code(id),
      changeWords(difference),
      was === null ? '' : code(was),
      is === null ? '' : code(is),
      why === undefined ? '' : forMarkdown(why, { limit: TEXT }),
    ];
  });
  const titles = ['claim or place', 'change', 'was', 'is', title === 'Accepted' ? 'accepted because' : 'known'];
  const more = differences.length - ROWS;
  return [
    `**${title} (${differences.length})**`,
    table(titles, rows, titles.length),
    ...(more > 0 ? [`And ${count(more, 'more difference')} in report.json.`] : []),
  ];
}

function commands(differences: readonly ReportDifference[]): string[] {
  const shown = differences.filter(({ seeByHand }) => seeByHand !== null).slice(0, COMMANDS);
  if (shown.length === 0) return [];
  const lines = shown.flatMap(({ id, seeByHand }) => [`# ${id}`, seeByHand ?? '']);
  return ['<details><summary>By hand</summary>', markdownBlock(lines, 'sh', { limit: COMMAND }), '</details>'];
}

function waiverList({ waivers }: ReportComparison): string[] {
  if (waivers.length === 0) return [];
  const lines = waivers.slice(0, ROWS).map(({ where, message }) => `- ${cell(where)} ${forMarkdown(message)}`);
  return [`**Waivers that are not in order (${waivers.length})**`, lines.join('\n')];
}

function notCompared(comparison: ReportComparison): string[] {
  const { driftNotCompared = [] } = comparison;
  const which = (ids: readonly string[]) => markdownCode(ids.join(', '), { limit: 10 * TEXT, cell: true });
  const rows = notComparedByReason(comparison)
    .slice(0, ROWS)
    .map(({ reason, claims }) => [forMarkdown(reason, { limit: TEXT }), String(claims.length), which(claims)]);
  if (driftNotCompared.length > 0) {
    const why = 'drift that only claims which the other side did not try may have shown';
    rows.push([why, String(driftNotCompared.length), which(driftNotCompared)]);
  }
  if (rows.length === 0) return [];
  const places = driftNotCompared.length === 0 ? '' : ` and ${count(driftNotCompared.length, 'place')} of drift`;
  return [
    `<details><summary>${count(comparison.notCompared.length, 'claim')}${places} not compared</summary>`,
    table(['why', 'number', 'which'], rows, 1),
    '</details>',
  ];
}
