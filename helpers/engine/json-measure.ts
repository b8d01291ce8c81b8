/** Measures a text of JSON before it is parsed, in one pass and without recursion: what is parsed may be anything. */

export interface JsonMeasure {
  /** Values (itself, items and fields at every depth), or rather more. */
  readonly values: number;
  /** Fields, each as often as it is named. */
  readonly fields: number;
  /** The deepest level of arrays and objects. */
  readonly levels: number;
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const BACKSLASH = 0x5c;

/** The opening brackets of arrays and objects; the closing ones are two behind them in ASCII. */
const BRACKET = 0x5b;
const BRACE = 0x7b;

/** Measures a text; of one that is no JSON the numbers say nothing. */
export function measureJson(text: string): JsonMeasure {
  let values = 1;
  let fields = 0;
  let level = 0;
  let levels = 0;
  let isString = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (isString) {
      if (character === BACKSLASH) at += 1;
      else if (character === QUOTE) isString = false;
    } else if (character === QUOTE) isString = true;
    else if (character === COMMA) values += 1;
    else if (character === COLON) fields += 1;
    else if (character === BRACE || character === BRACKET) {
      values += 1;
      level += 1;
      if (level > levels) levels = level;
    } else if (character === BRACE + 2 || character === BRACKET + 2) level -= 1;
  }
  return { values, fields, levels };
}

/** The fields that a parsed value has, at every depth. */
export function fieldsIn(value: unknown): number {
  let fields = 0;
  const waiting: object[] = isObject(value) ? [value] : [];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const children: readonly unknown[] = Array.isArray(next) ? next : Object.values(next);
    if (!Array.isArray(next)) fields += children.length;
    for (const child of children) if (isObject(child)) waiting.push(child);
  }
  return fields;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
