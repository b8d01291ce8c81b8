/** A grid on a terminal: rows with a name, narrow cells beside it; as many columns beside each other as fit. */
import { columns as columnsOfText } from './layout';
import type { Page } from './terminal-page';

export interface GridRow {
  /** Escaped already. */
  readonly name: string;
  /** One a column, each with the colour it has. */
  readonly cells: readonly GridCell[];
  /** Lines below the row, escaped already. */
  readonly notes?: readonly string[];
}

export interface GridCell {
  /** Escaped already. */
  readonly text: string;
  readonly colour: 'green' | 'red' | 'yellow' | 'dim' | 'reset';
}

/** Columns before the names. */
const INDENT = 4;
/** The longest name that has its cells on the same line. */
const LONGEST_NAME = 48;
/** Between two columns. */
const GAP = 1;

/**
 * Prints the rows under the heads of the columns. Where not all columns fit beside the names they come in several blocks, one
 * below the other, each with all the rows.
 */
export function grid(page: Page, title: string, heads: readonly string[], rows: readonly GridRow[]): void {
  const widths = heads.map((head, place) =>
    Math.max(columnsOfText(head), ...rows.map(({ cells }) => columnsOfText(cells[place]?.text ?? ''))),
  );
  const name = Math.min(LONGEST_NAME, Math.max(...[title, ...rows.map((row) => row.name)].map(columnsOfText)));
  const room = page.options.width - INDENT - name;
  for (const [index, block] of blocksOf(widths, room).entries()) {
    if (index > 0) page.gap();
    const line = (cell: (place: number) => string) => block.map((place) => ' '.repeat(GAP) + cell(place)).join('');
    const heading = line((place) => padStart(heads[place] ?? '', widths[place] ?? 0));
    page.raw(page.colours.dim(' '.repeat(INDENT) + padEnd(title, name) + heading));
    for (const row of rows) {
      const cells = line((place) => {
        const { text, colour } = row.cells[place] ?? { text: '', colour: 'dim' };
        return page.colours[colour](padStart(text, widths[place] ?? 0));
      });
      if (columnsOfText(row.name) > name) {
        page.line(INDENT, row.name);
        page.raw(' '.repeat(INDENT + name) + cells);
      } else {
        page.raw(' '.repeat(INDENT) + padEnd(row.name, name) + cells);
      }
      if (index === 0) for (const note of row.notes ?? []) page.line(INDENT + 2, note, page.colours.dim);
    }
  }
}

/** Places of columns, block by block; a column that is wider than the room has one of its own. */
export function blocksOf(widths: readonly number[], room: number): number[][] {
  const blocks: number[][] = [];
  let used = 0;
  for (const [place, width] of widths.entries()) {
    const last = blocks.at(-1);
    if (last === undefined || used + GAP + width > room) {
      blocks.push([place]);
      used = GAP + width;
    } else {
      last.push(place);
      used += GAP + width;
    }
  }
  return blocks;
}

function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - columnsOfText(text))) + text;
}

function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - columnsOfText(text)));
}
