/** Text that somebody saved or piped, decoded and parsed; what is wrong with it is told by its place. */
import { isUtf8 } from 'node:buffer';
import { jsonFault } from '../../reports/json-fault';
import { UsageError } from '../usage-error';

/** Values (objects, arrays, texts, numbers) that a text may hold: each takes some 50 to 100 bytes of memory. */
export const VALUES_LIMIT = 1_500_000;

const MEND = 'give what the engine answered, or what `docker inspect` printed, as it was';
const EMPTY_MEND = 'see whether the command that should have written it failed';

/**
 * The text of these bytes, which are UTF-8. A byte order mark before it is not part of it: JSON may not begin with one, and
 * readers may overlook it (RFC 8259, section 8.1).
 *
 * @param name what the bytes are of, as a message begins: `standard input`
 * @throws UsageError where there is nothing, or something else than UTF-8
 */
export function decodeText(bytes: Buffer, name: string): string {
  if (bytes.length === 0) throw new UsageError(`${name} is empty`, EMPTY_MEND);
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    throw new UsageError(
      `${name} is UTF-16, not UTF-8`,
      'write it as UTF-8; PowerShell: ... | Set-Content -Encoding utf8',
    );
  }
  const zero = bytes.indexOf(0);
  if (zero !== -1) throw new UsageError(`${name} is binary, not text: byte ${zero} is 0`, MEND);
  if (!isUtf8(bytes)) {
    const at = firstBadByte(bytes);
    const hex = bytes.subarray(at, at + 1).toString('hex');
    throw new UsageError(`${name} is not UTF-8: byte 0x${hex} at line ${lineAt(bytes, at)}`, MEND);
  }
  const text = bytes.toString('utf8').replace(/^\ufeff/, '');
  if (text.trim() === '') throw new UsageError(`${name} is blank`, EMPTY_MEND);
  return text;
}

/**
 * The documents of a text, each on a line of its own (`docker events --format '{{json .}}'`), or the one document of all
 * lines together. Lines are documents where the first by itself is an object, and more follow.
 *
 * @throws UsageError with line and column where that is not JSON, and where it holds over 1,500,000 values
 */
export function parseLines(text: string, name: string): readonly unknown[] {
  assertBounded(text, name);
  const [first, second] = filledLines(text);
  if (first === undefined || second === undefined || !isObject(first.line)) return [parse(text, name, 0)];
  return Array.from(filledLines(text), ({ line, before }) => parse(line, name, before));
}

/** The lines that are not blank, one by one: a text may be millions of lines. */
function* filledLines(text: string): Generator<{ readonly line: string; readonly before: number }> {
  let before = 0;
  for (let at = 0; at < text.length; before += 1) {
    const end = text.indexOf('\n', at);
    const line = text.slice(at, end === -1 ? text.length : end);
    if (line.trim() !== '') yield { line, before };
    at += line.length + 1;
  }
}

/** The one document of a text. Throws as `parseLines`. */
export function parseJson(text: string, name: string): unknown {
  assertBounded(text, name);
  return parse(text, name, 0);
}

function parse(text: string, name: string, linesBefore: number): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const { line, column, what } = jsonFault(text);
    throw new UsageError(`${name} is not JSON: ${what} at line ${line + linesBefore}, column ${column}`, MEND, {
      cause: error,
    });
  }
}

function isObject(line: string): boolean {
  if (!/^\s*\{.*\}\s*$/.test(line)) return false;
  try {
    JSON.parse(line);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

/**
 * Counts the values before the text is parsed: `[{},{},...]` would take 20 times its own size of memory.
 *
 * @throws UsageError where it holds over 1,500,000
 */
export function assertBounded(text: string, name: string): void {
  let values = 1;
  let isString = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (character === QUOTE) isString = !isString;
    else if (isString && character === BACKSLASH) at += 1;
    else if (!isString && (character === COMMA || character === BRACE || character === BRACKET)) values += 1;
  }
  if (values > VALUES_LIMIT) {
    throw new UsageError(`${name} holds over ${VALUES_LIMIT} values`, 'check it in parts');
  }
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const BRACKET = 0x5b;
const BACKSLASH = 0x5c;
const BRACE = 0x7b;

/** The first byte that does not survive being read as UTF-8 and written again. */
function firstBadByte(bytes: Buffer): number {
  const again = Buffer.from(bytes.toString('utf8'));
  return bytes.findIndex((byte, index) => byte !== again[index]);
}

function lineAt(bytes: Buffer, at: number): number {
  let line = 1;
  for (let index = bytes.indexOf(0x0a); index !== -1 && index < at; index = bytes.indexOf(0x0a, index + 1)) line += 1;
  return line;
}
