/** The report on a terminal: what departs first and at length, how to see it by hand, then the counts and the verdict. */
import { createColors } from 'picocolors';
import type { Report } from '../report';
import { isSideBySide } from '../side-by-side';
import { isDeparture } from '../summarise';
import { type TargetView, targetViews } from '../view';
import { symbols, type TerminalOptions } from './layout';
import { chapterTable } from './terminal-chapters';
import { comparisonPart, ownVersionLines } from './terminal-comparison';
import { driftLines } from './terminal-drift';
import { heading, verdictPart } from './terminal-head';
import { matrixPart } from './terminal-matrix';
import { Page } from './terminal-page';
import {
  departure,
  errorSection,
  errorsInBrief,
  findingLines,
  knownLines,
  notApplicableLines,
  section,
} from './terminal-parts';

export type { TerminalOptions } from './layout';
export { terminalOptions } from './layout';

/** The report as text for a terminal, ending in a line feed. */
export function renderTerminal(report: Report, options: TerminalOptions): string {
  const page = new Page(options, createColors(options.colour), symbols(options.unicode));
  const views = targetViews(report);
  if (report.run.compared) {
    comparedPart(page, report, views);
    return page.text();
  }
  for (const [index, view] of views.entries()) {
    if (index > 0) page.rule();
    targetPart(page, view);
  }
  if (views.length > 1) page.rule();
  if (isSideBySide(report)) {
    matrixPart(page, report);
    page.rule();
  }
  verdictPart(page, report);
  return page.text();
}

/** What engines that are set side by side do is in the matrix; at length is only what nobody can read there. */
function comparedPart(page: Page, report: Report, views: readonly TargetView[]): void {
  matrixPart(page, report);
  for (const view of views) {
    if (view.findings.length === 0 && view.judged.every(({ result }) => result.verdict !== 'error')) continue;
    page.rule();
    heading(page, view);
    errorsInBrief(page, view);
    findingLines(page, view.findings);
  }
  page.rule();
  verdictPart(page, report);
}

function targetPart(page: Page, view: TargetView): void {
  heading(page, view);
  const departures = view.judged.filter(({ result }) => isDeparture(result));
  section(page, 'Departures', departures, departure);
  errorSection(page, view);
  knownLines(page, 'Known changes', view.judged, 'known-change');
  knownLines(page, 'Waived', view.judged, 'waived');
  findingLines(page, view.findings);
  driftLines(page, view.drift);
  for (const comparison of view.comparisons) {
    if (comparison.purpose === 'gate') comparisonPart(page, comparison);
    else ownVersionLines(page, comparison);
  }
  notApplicableLines(page, view);
  chapterTable(page, view);
}
