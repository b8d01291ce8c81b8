/** The counts of one target on a terminal, chapter by chapter. */
import { type Tally, tally } from '../summarise';
import { showDuration } from '../values';
import type { TargetView } from '../view';
import type { Page } from './terminal-page';

interface Column {
  readonly title: string;
  readonly number: (tally: Tally) => number;
  readonly colour: 'green' | 'red' | 'yellow' | 'dim';
  /** Shown only where a chapter has any. */
  readonly optional?: boolean;
}

const COLUMNS: readonly Column[] = [
  { title: 'as expected', number: (row) => row.asExpected, colour: 'green' },
  { title: 'departs', number: (row) => row.regressions + row.unexpectedPasses, colour: 'red' },
  { title: 'error', number: (row) => row.errors, colour: 'yellow' },
  { title: 'known', number: (row) => row.knownChanges, colour: 'yellow', optional: true },
  { title: 'waived', number: (row) => row.waived, colour: 'yellow', optional: true },
  { title: 'n/a', number: (row) => row.notApplicable, colour: 'dim' },
];

/** Columns of the first and the last column. With every column there is the table has 79. */
const NAME = 14;
const TIME = 12;

/** A row a chapter, and one of all where there are several. */
export function chapterTable(page: Page, view: TargetView): void {
  if (view.chapters.length === 0) return;
  const rows = view.chapters.map(({ chapter, judged }) => ({
    name: chapter,
    row: tally(judged.map(({ result }) => result)),
  }));
  const all = { name: 'all', row: tally(view.judged.map(({ result }) => result)) };
  const shown = COLUMNS.filter((column) => column.optional !== true || column.number(all.row) > 0);
  const { dim } = page.colours;
  page.gap();
  const titles = shown.map(({ title }) => title.padStart(width(title))).join('');
  page.raw(dim(`    ${'chapter'.padEnd(NAME)}${titles}${'time'.padStart(TIME)}`));
  for (const { name, row } of rows) page.raw(line(page, name, row, shown));
  if (rows.length < 2) return;
  const length = NAME + TIME + shown.reduce((sum, { title }) => sum + width(title), 0);
  page.raw(dim(`    ${page.symbols.rule.repeat(length)}`));
  page.raw(line(page, all.name, all.row, shown));
}

function line(page: Page, name: string, row: Tally, shown: readonly Column[]): string {
  const cells = shown.map(({ title, number, colour }) => {
    const value = number(row);
    const text = (value === 0 ? page.symbols.nought : String(value)).padStart(width(title));
    return page.colours[value === 0 ? 'dim' : colour](text);
  });
  const time = page.colours.dim(showDuration(row.durationMs).padStart(TIME));
  return `  ${sign(page, row)} ${page.escape(name, NAME).padEnd(NAME)}${cells.join('')}${time}`;
}

function sign(page: Page, row: Tally): string {
  const { green, red, yellow, dim } = page.colours;
  if (row.regressions + row.unexpectedPasses > 0) return red(page.symbols.fail);
  if (row.errors > 0) return yellow(page.symbols.error);
  return row.judged > 0 ? green(page.symbols.pass) : dim(page.symbols.skipped);
}

function width(title: string): number {
  return title.length + 2;
}
