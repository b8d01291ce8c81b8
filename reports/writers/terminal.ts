/** The report on a terminal: what departs first and at length, how to see it by hand, then the counts and the verdict. */
import { createColors } from 'picocolors';
import { headline, nextStep } from '../headline';
import type { Report } from '../report';
import { isDeparture } from '../summarise';
import { showDuration } from '../values';
import { engineName, type JudgedClaim, type TargetView, targetViews } from '../view';
import { symbols, type TerminalOptions } from './layout';
import { chapterTable } from './terminal-chapters';
import { driftLines } from './terminal-drift';
import { Page } from './terminal-page';
import { departure, errorLines, findingLines, knownLines, notApplicableLines } from './terminal-parts';

/** Departures and errors that are shown at length on each target; an engine that breaks everything would bury the rest. */
const AT_LENGTH = 20;

/** Characters of one fact about an engine. */
const FACT = 80;

/** Characters of a path or a command that is to be copied: the longest path that Linux knows, escapes apart. */
const PATH = 4096;

/** Columns of the labels below the verdict. */
const LABEL = 8;

export type { TerminalOptions } from './layout';
export { terminalOptions } from './layout';

/** The report as text for a terminal, ending in a line feed. */
export function renderTerminal(report: Report, options: TerminalOptions): string {
  const page = new Page(options, createColors(options.colour), symbols(options.unicode));
  const views = targetViews(report);
  for (const [index, view] of views.entries()) {
    if (index > 0) page.rule();
    targetPart(page, view);
  }
  if (views.length > 1) page.rule();
  verdictPart(page, report);
  return page.text();
}

function targetPart(page: Page, view: TargetView): void {
  heading(page, view);
  const departures = view.judged.filter(({ result }) => isDeparture(result));
  section(page, 'Departures', departures, departure);
  section(
    page,
    'Errors: nothing is said of these claims',
    view.judged.filter(({ result }) => result.verdict === 'error'),
    errorLines,
  );
  knownLines(page, 'Known changes', view.judged, 'known-change');
  knownLines(page, 'Waived', view.judged, 'waived');
  findingLines(page, view.findings);
  driftLines(page, view.drift);
  notApplicableLines(page, view);
  chapterTable(page, view);
}

function heading(page: Page, { target }: TargetView): void {
  const show = (text: string) => page.escape(text, FACT);
  const name = target.id === target.endpoint ? '' : ` (${show(target.id)})`;
  page.gap();
  page.line(0, `${show(engineName(target))} at ${show(target.endpoint)}${name}`, page.colours.bold);
  const facts = [
    `API ${show(target.apiVersionAsked)} asked, ${show(target.minApiVersion)} to ${show(target.apiVersion)} offered`,
    show(`${target.os} ${target.kernel} ${target.arch}`),
    show(target.storageDriver),
    `cgroup ${show(target.cgroup)}`,
    `from ${show(target.source)}`,
  ];
  page.facts(2, facts, page.colours.dim);
}

function section(
  page: Page,
  title: string,
  items: readonly JudgedClaim[],
  show: (page: Page, item: JudgedClaim) => void,
): void {
  if (items.length === 0) return;
  page.title(title, items.length);
  for (const [index, item] of items.slice(0, AT_LENGTH).entries()) {
    if (index > 0) page.gap();
    show(page, item);
  }
  const rest = items.slice(AT_LENGTH);
  if (rest.length === 0) return;
  page.gap();
  page.line(2, `${rest.length} more, at length in report.md: ${rest.map(({ claim }) => claim.id).join(', ')}`);
}

function verdictPart(page: Page, report: Report): void {
  const { word, sentence } = headline(report);
  const { green, red, yellow, bold, dim } = page.colours;
  const colour = word === 'CONFORMS' ? green : word === 'DEPARTS' ? red : yellow;
  const { pass, fail, error } = page.symbols;
  const sign = word === 'CONFORMS' ? pass : word === 'DEPARTS' ? fail : error;
  const next = nextStep(report, page.options.reportPath);
  const verdict = page.escape(`${sign} ${word}: ${sentence} (${showDuration(report.run.durationMs)})`);
  page.gap();
  page.raw(bold(colour(verdict)));
  if (page.options.reportPath !== undefined) {
    page.raw(`  ${dim('report'.padEnd(LABEL))}${page.escape(page.options.reportPath, PATH)}`);
  }
  page.raw(`  ${dim('next'.padEnd(LABEL))}${next.text}${next.command === undefined ? '' : ':'}`);
  if (next.command !== undefined) page.command(4, page.escape(next.command, PATH));
}
