/**
 * Text of others, made safe to show. Whatever an engine said may hold terminal controls, bidirectional controls, markup,
 * half characters or no end at all. It is shown as visible text on one line (`\n`, `\u001b`, `\u{e0041}`), within a
 * bound, and has no effect on the medium. A backslash of the text itself stays as it is: this is for reading, not for
 * reading back.
 */

/** Characters of output, where nothing else is said. */
export const TEXT_LIMIT = 2000;

/**
 * What does not show as itself: controls, format characters (bidirectional controls, joiners, tags), surrogates, private
 * and unassigned characters, separators, what fonts leave out by default, and spaces other than the common one. Unicode
 * Standard, chapters 4.5 and 5.21.
 */
const HIDDEN = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|(?! )\p{Zs}/u;
const MARK = /\p{M}/u;
const NOT_ASCII = /[^ -~]/;

/** Marks that one character may carry; text in any living script needs fewer. */
const MARKS = 3;

export interface Bounds {
  /** Longest output in characters, without the note that says how much is missing; 2000 where nothing is said. */
  readonly limit?: number;
  /** Whether all but ASCII is shown as escapes, for places that can show no more. */
  readonly ascii?: boolean;
}

/** For a terminal: no control, no escape sequence, nothing invisible, one line. */
export function forTerminal(text: string, bounds: Bounds = {}): string {
  const limit = bounds.limit ?? TEXT_LIMIT;
  const ascii = bounds.ascii ?? false;
  let shown = '';
  let length = 0;
  let taken = 0;
  let marks = MARKS;
  for (const character of text) {
    const mark = MARK.test(character);
    marks = mark ? marks + 1 : 0;
    const hidden = HIDDEN.test(character) || marks > MARKS || (ascii && NOT_ASCII.test(character));
    const piece = hidden ? escapeSequence(character) : character;
    const size = hidden ? piece.length : 1;
    if (length + size > limit) return `${shown}... (+${text.length - taken} characters)`;
    shown += piece;
    length += size;
    taken += character.length;
  }
  return shown;
}

/**
 * For an XML document: only characters that XML 1.0 (section 2.2) allows, one line. The other markup characters are left to
 * the XML builder, which encodes them; an ampersand is not, since the builder (xmlbuilder2 4.0.3) takes any `&…;` for a
 * reference that is meant, and so `&#0;` of an engine would be one that no reader takes.
 */
export function forXml(text: string, bounds: Bounds = {}): string {
  return forTerminal(text, bounds).replaceAll('&', '&amp;');
}

/**
 * For Markdown (GitHub flavoured), in running text or a table cell: shows as written, makes no markup, mentions nobody.
 */
export function forMarkdown(text: string, bounds: Bounds = {}): string {
  return forTerminal(text, bounds)
    .trim()
    .replace(/[\\`*_[\]<>|~&$]/g, '\\$&')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/www\./gi, (found) => `${found.slice(0, -1)}\\.`)
    .replace(/[@#](?=\w)/g, '$&<!-- -->')
    .replace(/^[-+=#]/, '\\$&')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2');
}

/**
 * For Markdown, as a code span: for what an engine said. In a table cell a pipe is shown as `\u007c`, since within code
 * neither a backslash nor an entity hides it reliably.
 */
export function markdownCode(text: string, bounds: Bounds & { readonly cell?: boolean } = {}): string {
  const visible = forTerminal(text, bounds).trim();
  const shown = bounds.cell === true ? visible.replaceAll('|', '\\u007c') : visible;
  if (shown === '') return '(empty)';
  const ticks = '`'.repeat(longestTicks(shown) + 1);
  const space = shown.startsWith('`') || shown.endsWith('`') ? ' ' : '';
  return `${ticks}${space}${shown}${space}${ticks}`;
}

/** For Markdown, as a fenced block of lines; it begins at the margin, never within a list. */
export function markdownBlock(lines: readonly string[], language: 'text' | 'sh', bounds: Bounds = {}): string {
  const shown = lines.map((line) => forTerminal(line, bounds));
  const fence = '`'.repeat(Math.max(3, ...shown.map((line) => longestTicks(line) + 1)));
  return [fence + language, ...shown, fence].join('\n');
}

function escapeSequence(character: string): string {
  if (character === '\n') return '\\n';
  if (character === '\r') return '\\r';
  if (character === '\t') return '\\t';
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
}

function longestTicks(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}
