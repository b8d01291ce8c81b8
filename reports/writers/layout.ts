/** Lines of a terminal: width, wrapping, symbols, and what a stream can show. */
import type { createColors } from 'picocolors';

export interface TerminalOptions {
  readonly colour: boolean;
  /** Whether more than ASCII can be shown. */
  readonly unicode: boolean;
  /** Columns of a line; commands to copy may be longer, since a broken one is of no use. */
  readonly width: number;
  /** Where report.json was written, if it was. */
  readonly reportPath?: string;
}

const NARROWEST = 80;
const WIDEST = 100;

/** What of a stream matters here; `process.stdout` is one. */
export interface TerminalStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/**
 * What a stream can show. Colours: never with NO_COLOR (no-color.org), always with FORCE_COLOR, else on a terminal that
 * is not dumb. Characters: those of the locale, by the first that is set of LC_ALL, LC_CTYPE and LANG (POSIX 8.2).
 */
export function terminalOptions(stream: TerminalStream, env: NodeJS.ProcessEnv): TerminalOptions {
  const force = env.FORCE_COLOR ?? '';
  const terminal = stream.isTTY === true && env.TERM !== 'dumb';
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || '';
  return {
    colour: !env.NO_COLOR && (force === '' ? terminal : force !== '0'),
    unicode: /utf-?8/i.test(locale),
    width: Math.min(WIDEST, Math.max(NARROWEST, stream.columns ?? NARROWEST)),
  };
}

/** Signs before a line, the separator between facts, and a nought in a table. */
export interface Symbols {
  readonly pass: string;
  readonly fail: string;
  readonly error: string;
  readonly known: string;
  readonly skipped: string;
  readonly separator: string;
  readonly nought: string;
  readonly rule: string;
}

export function symbols(unicode: boolean): Symbols {
  return unicode
    ? { pass: '✓', fail: '✗', error: '!', known: '~', skipped: '○', separator: ' · ', nought: '·', rule: '─' }
    : { pass: '+', fail: 'x', error: '!', known: '~', skipped: 'o', separator: ', ', nought: '.', rule: '-' };
}

export type Colours = ReturnType<typeof createColors>;

const WIDE =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Emoji_Presentation}\u3000-\u303f\uff01-\uff60]/u;

/** Columns that a text takes: two for what East Asian terminals show wide, none for marks. Of escaped text. */
export function columns(text: string): number {
  let sum = 0;
  for (const character of text) sum += /\p{M}/u.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return sum;
}

/** Breaks escaped text at spaces into lines of at most `width` columns; a longer word is broken where it must be. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    for (const piece of pieces(word, width)) {
      const joined = line === '' ? piece : `${line} ${piece}`;
      if (columns(joined) <= width) {
        line = joined;
      } else {
        lines.push(line);
        line = piece;
      }
    }
  }
  return [...lines, line];
}

function pieces(word: string, width: number): string[] {
  const broken: string[] = [];
  let piece = '';
  let used = 0;
  for (const character of word) {
    const size = columns(character);
    if (used + size > width) {
      broken.push(piece);
      piece = '';
      used = 0;
    }
    piece += character;
    used += size;
  }
  return [...broken, piece];
}
