/** Times of many engines in the Markdown report: a row an engine, a column an operation. */
import type { Column } from '../columns';
import { forMarkdown } from '../escape';
import { type OperationTimes, operationTimes } from '../operations';
import type { ReportTiming } from '../report';
import { showMilliseconds, showRange } from '../spread';
import { count } from '../values';
import { table } from './markdown-table';

/** Medians with the middle half of the samples, beside what the document printed. */
export function timesSection(timings: readonly ReportTiming[], columns: readonly Column[]): string[] {
  const operations = operationTimes(timings, columns);
  if (operations.length === 0) return [];
  const samples = Math.min(...timings.map((timing) => timing.samples.length));
  const timed = columns.filter(({ id }) => timings.some(({ target }) => target === id));
  const rows = operations.map((times) => [
    times.title,
    ...timed.map((column) => cellOf(times, column)),
    printed(times),
  ]);
  return [
    '### Times',
    `Median of ${count(samples, 'sample')}, and in brackets the middle half of them in milliseconds; measured in one run, engine by engine in turn.`,
    table(['operation', ...timed.map(({ name }) => forMarkdown(name)), 'the document printed'], rows, 1),
  ];
}

function cellOf({ engines }: OperationTimes, column: Column): string {
  const found = engines.find((each) => each.column === column);
  return found === undefined ? 'not timed' : `${showMilliseconds(found.spread.median)} (${showRange(found.spread)})`;
}

function printed({ document }: OperationTimes): string {
  return document === undefined ? '' : `${document[0]} to ${document[1]} ms`;
}
