/** Reads a report of an earlier run. A report file is input like any other: bounded, checked and never trusted. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { UsageError } from '../helpers/usage-error';
import { forTerminal } from './escape';
import { REPORT_LIMIT_BYTES } from './fit';
import { jsonFault } from './json-fault';
import { REPORT_FORMAT, type Report, TOOL_NAME } from './report';
import { systemErrorCode } from './system-error';
import { reportErrors } from './validate';

const MEND = 'name a report.json that this tool wrote';

/**
 * Reads and checks a report.
 *
 * @param limitBytes larger files are refused; 64 MiB where nothing is said
 * @throws UsageError, one line, where there is no such file or it is not a report that this version reads
 */
export function readReport(path: string, limitBytes = REPORT_LIMIT_BYTES): Report {
  const name = forTerminal(path, { limit: 300 });
  const refuse = (what: string, mend = MEND, cause?: unknown) =>
    new UsageError(`${name} ${what}`, mend, cause === undefined ? undefined : { cause });
  const document = parse(readText(path, limitBytes, refuse), refuse);
  const tool = field(document, 'tool');
  if (field(tool, 'name') !== TOOL_NAME) throw refuse(`is not a report of ${TOOL_NAME}`);
  const format = field(document, 'format');
  if (typeof format === 'number' && format > REPORT_FORMAT) {
    throw refuse(
      `has format ${format}, and this version reads up to ${REPORT_FORMAT}`,
      `use the version of ${TOOL_NAME} that wrote it, or a newer one`,
    );
  }
  const [error, ...more] = reportErrors(document);
  if (error !== undefined) {
    const rest = more.length === 0 ? '' : ` (and ${more.length} more)`;
    throw refuse(`is not a valid report: ${forTerminal(error, { limit: 300 })}${rest}`);
  }
  return document as Report;
}

type Refuse = (what: string, mend?: string, cause?: unknown) => UsageError;

function readText(path: string, limitBytes: number, refuse: Refuse): string {
  let descriptor: number;
  try {
    descriptor = openSync(path, 'r');
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === undefined) throw error;
    throw refuse(code === 'ENOENT' ? 'does not exist' : `can't be read: ${code}`, MEND, error);
  }
  try {
    const stat = fstatSync(descriptor);
    if (!stat.isFile()) throw refuse('is not a file');
    if (stat.size > limitBytes) throw refuse(`has ${stat.size} bytes, and a report has at most ${limitBytes}`);
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
    throw refuse('is not a text in UTF-8', MEND, error);
  }
}

function parse(text: string, refuse: Refuse): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const { line, column, what } = jsonFault(text);
    throw refuse(`is not JSON: ${what} at line ${line}, column ${column}`, MEND, error);
  }
}

function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;
}
