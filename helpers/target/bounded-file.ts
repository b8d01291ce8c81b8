/** Reads a file that somebody else wrote: regular, and no larger than expected. */
import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { UsageError } from '../usage-error';
import { quoted } from './quoted';

/** The largest configuration, context or certificate that is read, in bytes. */
export const FILE_LIMIT_BYTES = 1024 * 1024;

/**
 * The bytes of a file.
 *
 * @param what what it should be, as a message begins: `the configuration`
 * @throws UsageError that names the file, where it is missing, unreadable, not a regular file or over 1 MiB
 */
export function readBoundedFile(path: string, what: string): Buffer {
  const bytes = readBoundedFileIfAny(path, what);
  if (bytes === undefined) throw new UsageError(`${what} ${quoted(path)} does not exist`, 'check its path');
  return bytes;
}

/** As `readBoundedFile`; undefined where there is no such file. */
export function readBoundedFileIfAny(path: string, what: string): Buffer | undefined {
  let file: number | undefined;
  try {
    // Without O_NONBLOCK the opening of a named pipe would wait for its writer for ever.
    file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    return readBounded(file, path, what);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new UsageError(`${what} ${quoted(path)} cannot be read: ${code}`, 'check its path and its permissions', {
      cause: error,
    });
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function readBounded(file: number, path: string, what: string): Buffer {
  const status = fstatSync(file);
  if (!status.isFile()) throw new UsageError(`${what} ${quoted(path)} is not a file`, 'check its path');
  if (status.size > FILE_LIMIT_BYTES) {
    throw new UsageError(`${what} ${quoted(path)} is over ${FILE_LIMIT_BYTES} bytes`, 'check its path');
  }
  return readFileSync(file);
}

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  if ('code' in error) return String(error.code);
  return 'message' in error ? String(error.message) : 'unknown error';
}
