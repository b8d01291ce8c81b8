/** Reads a file of JSON that somebody else may have written: bounded, and never trusted. */
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { UsageError } from '../helpers/usage-error';
import { forTerminal } from './escape';
import { jsonFault } from './json-fault';
import { systemErrorCode } from './system-error';

/** Makes the error that refuses a file: `FILE what`. */
export type Refuse = (what: string, mend?: string, cause?: unknown) => UsageError;

/**
 * @param mend what to do where a refusal says nothing better
 */
export function refusalOf(path: string, mend: string): Refuse {
  const name = forTerminal(path, { limit: 300 });
  return (what, better = mend, cause) =>
    new UsageError(`${name} ${what}`, better, cause === undefined ? undefined : { cause });
}

/**
 * The document of a file.
 *
 * @param limitBytes larger files are refused unread
 * @throws UsageError, one line, where there is no such file or it holds no JSON
 */
export function readJsonFile(path: string, limitBytes: number, refuse: Refuse): unknown {
  const text = readText(path, limitBytes, refuse);
  try {
    return JSON.parse(text);
  } catch (error) {
    const { line, column, what } = jsonFault(text);
    throw refuse(`is not JSON: ${what} at line ${line}, column ${column}`, undefined, error);
  }
}

/** A property of what may be no object. */
export function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;
}

function readText(path: string, limitBytes: number, refuse: Refuse): string {
  let descriptor: number;
  try {
    // Without O_NONBLOCK the opening of a named pipe would wait for its writer for ever.
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === undefined) throw error;
    throw refuse(code === 'ENOENT' ? 'does not exist' : `can't be read: ${code}`, undefined, error);
  }
  try {
    const stat = fstatSync(descriptor);
    if (!stat.isFile()) throw refuse('is not a file');
    if (stat.size > limitBytes) throw refuse(`has ${stat.size} bytes, and may have at most ${limitBytes}`);
    return decode(readWhole(descriptor, stat.size), refuse);
  } finally {
    closeSync(descriptor);
  }
}

/** As many bytes as the file had when it was asked; what is appended meanwhile is not read. */
function readWhole(descriptor: number, size: number): Buffer {
  const bytes = Buffer.alloc(size);
  let filled = 0;
  while (filled < size) {
    const read = readSync(descriptor, bytes, filled, size - filled, filled);
    if (read === 0) break;
    filled += read;
  }
  return bytes.subarray(0, filled);
}

function decode(bytes: Buffer, refuse: Refuse): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw refuse('is not a text in UTF-8', undefined, error);
  }
}
