/** Times of many engines on a terminal: a row an operation, median and middle half for each engine. */
import type { Column } from '../columns';
import { operationTimes } from '../operations';
import type { ReportTiming } from '../report';
import { showMilliseconds, showRange } from '../spread';
import { count } from '../values';
import { type GridCell, grid } from './terminal-grid';
import type { Page } from './terminal-page';

/** Medians and, below each, from where to where the middle half of the samples lies. */
export function timesPart(page: Page, timings: readonly ReportTiming[], columns: readonly Column[]): void {
  const operations = operationTimes(timings, columns);
  if (operations.length === 0) return;
  const { bold, dim } = page.colours;
  const samples = Math.min(...timings.map((timing) => timing.samples.length));
  page.gap();
  const how = `median of ${count(samples, 'sample')}, engines in turn; below it the middle half of them`;
  page.hanging(2, 'times  ', how, bold, dim);
  const timed = columns.filter(({ id }) => timings.some(({ target }) => target === id));
  const heads = timed.map((column) => String(columns.indexOf(column) + 1));
  const rows = operations.flatMap(({ operation, document, engines }) => {
    const cells = (text: (spread: (typeof engines)[number]['spread']) => string, colour: GridCell['colour']) =>
      timed.map((column): GridCell => {
        const found = engines.find((each) => each.column === column);
        return found === undefined
          ? { text: page.symbols.nought, colour: 'dim' }
          : { text: text(found.spread), colour };
      });
    const printed =
      document === undefined ? {} : { notes: [`the document printed ${document[0]} to ${document[1]} ms`] };
    return [
      { name: operation, cells: cells(({ median }) => showMilliseconds(median), 'reset') },
      { name: '', cells: cells(showRange, 'dim'), ...printed },
    ];
  });
  grid(page, 'operation', heads, rows);
}
