/** Lines of terminal text as they come about. Everything put here is escaped already, or goes through `escape`. */
import { forTerminal } from '../escape';
import { type Colours, columns, type Symbols, type TerminalOptions, wrap } from './layout';

type Colour = (text: string) => string;

/** Columns of the labels before values: expected, observed, by hand. */
const LABEL = 10;

export class Page {
  readonly #lines: string[] = [];

  constructor(
    readonly options: TerminalOptions,
    readonly colours: Colours,
    readonly symbols: Symbols,
  ) {}

  /** Text of others, visible and on one line. */
  escape(text: string, limit = 600): string {
    return forTerminal(text, { limit, ascii: !this.options.unicode });
  }

  /** An empty line, unless there is one already or nothing came before. */
  gap(): void {
    if (this.#lines.length > 0 && this.#lines.at(-1) !== '') this.#lines.push('');
  }

  /** A line that is ready, colours and all. */
  raw(line: string): void {
    this.#lines.push(line.trimEnd());
  }

  /** Escaped text, wrapped and indented. */
  line(indent: number, text: string, colour: Colour = String): void {
    for (const line of wrap(text, this.options.width - indent)) this.#lines.push(' '.repeat(indent) + colour(line));
  }

  /** A title with the number of what follows it. */
  title(text: string, number: number): void {
    this.gap();
    this.raw(`  ${this.colours.bold(text)} ${this.colours.dim(`(${number})`)}`);
  }

  /** A label of at most 9 columns, and escaped text beside it, wrapped under itself. */
  field(indent: number, label: string, text: string, colour: Colour = String): void {
    this.hanging(indent, label.padEnd(LABEL), text, this.colours.dim, colour);
  }

  /** Something before escaped text that is wrapped beside it. */
  hanging(indent: number, before: string, text: string, beforeColour: Colour, colour: Colour = String): void {
    const margin = indent + columns(before);
    const [first = '', ...rest] = wrap(text, this.options.width - margin);
    this.raw(`${' '.repeat(indent)}${beforeColour(before)}${colour(first)}`);
    for (const line of rest) this.#lines.push(' '.repeat(margin) + colour(line));
  }

  /** Escaped facts in as few lines as they fit on, none broken that fits on one. */
  facts(indent: number, facts: readonly string[], colour: Colour): void {
    const width = this.options.width - indent;
    let line = '';
    for (const fact of facts) {
      const joined = line === '' ? fact : line + this.symbols.separator + fact;
      if (columns(joined) <= width) {
        line = joined;
      } else {
        if (line !== '') this.line(indent, line, colour);
        line = fact;
      }
    }
    this.line(indent, line, colour);
  }

  /** Parts what follows from what came before. */
  rule(): void {
    this.gap();
    this.raw(this.colours.dim(this.symbols.rule.repeat(this.options.width)));
  }

  /** An escaped command on a line of its own, however long. */
  command(indent: number, text: string): void {
    this.#lines.push(' '.repeat(indent) + text);
  }

  text(): string {
    return `${this.#lines.join('\n').trimEnd()}\n`;
  }
}
