/** A gate on a terminal: what changed, and only that. */
import { createColors } from 'picocolors';
import { gateComparisons } from '../comparisons';
import type { Report } from '../report';
import { targetViews } from '../view';
import { symbols, type TerminalOptions } from './layout';
import { comparisonPart } from './terminal-comparison';
import { heading, verdictPart } from './terminal-head';
import { Page } from './terminal-page';
import { errorSection } from './terminal-parts';

/** The gate as text for a terminal, ending in a line feed. */
export function renderGate(report: Report, options: TerminalOptions): string {
  const page = new Page(options, createColors(options.colour), symbols(options.unicode));
  const views = targetViews(report);
  const comparisons = gateComparisons(report);
  for (const [index, view] of views.entries()) {
    if (index > 0) page.rule();
    heading(page, view);
    for (const comparison of comparisons.filter(({ target }) => target === view.target.id)) {
      comparisonPart(page, comparison);
    }
    errorSection(page, view);
  }
  if (views.length > 1) page.rule();
  verdictPart(page, report);
  return page.text();
}
