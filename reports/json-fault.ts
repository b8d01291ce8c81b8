/** Where a text stops being JSON. V8 says so in some of its messages only, and in each version otherwise. */
import { forTerminal } from './escape';

export interface JsonFault {
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 units. */
  readonly column: number;
  /** `unexpected end`, or the character that can't stand there. */
  readonly what: string;
}

type Expected = 'value' | 'first value' | 'key' | 'first key' | 'colon' | 'more' | 'end';

/** Scalars but strings, by RFC 8259. */
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const SPACE = /[ \t\n\r]/;

/** The first place at which no JSON text can go on as this one does. For a text that JSON.parse refuses. */
export function jsonFault(text: string): JsonFault {
  const at = faultIndex(text);
  const before = text.slice(0, at);
  const character = text.codePointAt(at);
  return {
    line: before.split('\n').length,
    column: at - before.lastIndexOf('\n'),
    what: character === undefined ? 'unexpected end' : `unexpected ${forTerminal(String.fromCodePoint(character))}`,
  };
}

/** Walks the tokens, with a stack of its own: the text may nest deeper than the machine's. */
function faultIndex(text: string): number {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  let at = 0;
  const after = (): Expected => (open.length === 0 ? 'end' : 'more');
  for (;;) {
    while (SPACE.test(text.charAt(at))) at += 1;
    const character = text.charAt(at);
    const closes = character === (open.at(-1) === '{' ? '}' : ']') && open.length > 0;
    if (closes && (expected === 'more' || expected === 'first key' || expected === 'first value')) {
      open.pop();
      expected = after();
      at += 1;
    } else if (expected === 'more' && character === ',') {
      expected = open.at(-1) === '{' ? 'key' : 'value';
      at += 1;
    } else if (expected === 'colon' && character === ':') {
      expected = 'value';
      at += 1;
    } else if (expected === 'key' || expected === 'first key') {
      const end = character === '"' ? stringEnd(text, at) : { index: at, whole: false };
      if (!end.whole) return end.index;
      expected = 'colon';
      at = end.index;
    } else if (expected !== 'value' && expected !== 'first value') {
      return at;
    } else if (character === '{' || character === '[') {
      open.push(character);
      expected = character === '{' ? 'first key' : 'first value';
      at += 1;
    } else {
      const end = character === '"' ? stringEnd(text, at) : scalarEnd(text, at);
      if (!end.whole) return end.index;
      expected = after();
      at = end.index;
    }
  }
}

/** Behind the token where it is whole, else where it stops being one. */
interface TokenEnd {
  readonly index: number;
  readonly whole: boolean;
}

function scalarEnd(text: string, at: number): TokenEnd {
  SCALAR.lastIndex = at;
  const found = SCALAR.exec(text)?.[0];
  return found === undefined ? { index: at, whole: false } : { index: at + found.length, whole: true };
}

function stringEnd(text: string, at: number): TokenEnd {
  let index = at + 1;
  for (;;) {
    const character = text.charAt(index);
    if (character === '"') return { index: index + 1, whole: true };
    if (character < ' ') return { index, whole: false };
    if (character === '\\') {
      const length = /^\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.exec(text.slice(index, index + 6))?.[0].length;
      if (length === undefined) return { index, whole: false };
      index += length;
    } else {
      index += 1;
    }
  }
}
