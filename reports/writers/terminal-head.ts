/** What begins and ends a target's report on a terminal: the engine, and the verdict. */
import { headline, nextStep } from '../headline';
import type { Report } from '../report';
import { showDuration } from '../values';
import { engineName, type TargetView } from '../view';
import type { Page } from './terminal-page';

/** Characters of one fact about an engine. */
const FACT = 80;

/** Characters of a path or a command that is to be copied: the longest path that Linux knows, escapes apart. */
const PATH = 4096;

/** Columns of the labels below the verdict. */
const LABEL = 8;

/** The engine, its endpoint and its facts. */
export function heading(page: Page, { target }: TargetView): void {
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

/** The verdict over all, where the report is, and what to do next. */
export function verdictPart(page: Page, report: Report): void {
  const { word, sentence } = headline(report);
  const { green, red, yellow, bold, dim } = page.colours;
  const good = word === 'CONFORMS' || word === 'COMPARED';
  const colour = good ? green : word === 'DEPARTS' ? red : yellow;
  const { pass, fail, error } = page.symbols;
  const sign = good ? pass : word === 'DEPARTS' ? fail : error;
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
