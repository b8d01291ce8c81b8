/** The drift of one target on a terminal: a few lines, what is unknown first. */
import { driftCounts, showPath, unknownDrift } from '../drift';
import type { ReportDrift } from '../report';
import { count } from '../values';
import type { Page } from './terminal-page';

/** Unknown places that are shown, and the longest path and value, in characters. */
const SHOWN = 5;
const PATH = 160;
const VALUE = 120;

export function driftLines(page: Page, drift: readonly ReportDrift[]): void {
  if (drift.length === 0) return;
  const { yellow, dim } = page.colours;
  const unknown = unknownDrift(drift);
  page.gap();
  page.line(2, `Schema drift at ${driftCounts(drift)}; listed in report.md`, unknown.length === 0 ? dim : String);
  for (const { schema, path, kind, expected, observed } of unknown.slice(0, SHOWN)) {
    const where = page.escape(`${schema} ${showPath(path)}`, PATH);
    page.hanging(2, `${page.symbols.error} `, `${where}  ${kind}`, yellow, yellow);
    page.line(4, page.escape(`expected ${expected}, observed ${observed}`, VALUE), dim);
  }
  const more = unknown.length - SHOWN;
  if (more > 0) page.line(4, `and ${count(more, 'more unknown place')} in report.md`, dim);
}
