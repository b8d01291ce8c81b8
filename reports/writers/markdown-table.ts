/** Tables in Markdown, and text of others in their cells. */
import { markdownCode } from '../escape';

/** Characters of one fact about an engine. */
const FACT = 120;

/** A table; its first `left` columns are text, the others numbers. Cells are escaped already. */
export function table(titles: readonly string[], rows: readonly (readonly string[])[], left: number): string {
  const rule = titles.map((_, index) => (index < left ? '---' : '--:'));
  return [titles, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Text of others in running text. */
export function code(text: string): string {
  return markdownCode(text, { limit: FACT });
}

/** Text of others in a cell. */
export function cell(text: string): string {
  return markdownCode(text, { limit: FACT, cell: true });
}
