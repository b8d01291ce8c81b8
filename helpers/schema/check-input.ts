/** Reads what is to be checked: a file, a pipe or standard input, to a limit. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { systemErrorCode } from '../../reports/system-error';
import { quoted } from '../target/quoted';
import { UsageError } from '../usage-error';

/** What was read, and its name as a message begins. */
export interface CheckInput {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Standard input, as on a command line. */
export const STANDARD_INPUT = '-';

/** Bytes that are read where nothing is said: twice what one answer of an engine may have. */
const INPUT_LIMIT_BYTES = 32 * 1024 * 1024;

const MEND = 'name a file that holds an answer of an engine, or - for standard input';
const PARTS = 'check it in parts';

/**
 * All of a file, or of standard input where it is named `-`. A pipe may be named too, as `<(docker inspect x)` does.
 *
 * @param limitBytes 32 MiB where nothing is said
 * @throws UsageError where it is not there, cannot be read, is a folder or a terminal, or has more bytes
 */
export async function readInput(
  file: string,
  stdin: NodeJS.ReadStream,
  limitBytes = INPUT_LIMIT_BYTES,
): Promise<CheckInput> {
  if (file === STANDARD_INPUT) {
    const name = 'standard input';
    if (stdin.isTTY) throw new UsageError(`${name} is a terminal`, 'pipe an answer into this command, or name a file');
    return { name, bytes: await readAll(stdin, name, limitBytes) };
  }
  const name = quoted(file);
  await assertReadable(file, name, limitBytes);
  return { name, bytes: await readAll(createReadStream(file), name, limitBytes) };
}

async function assertReadable(file: string, name: string, limitBytes: number): Promise<void> {
  const status = await stat(file).catch((error: unknown) => refuse(error, name));
  if (status.isDirectory()) throw new UsageError(`${name} is a folder`, MEND);
  if (status.size > limitBytes) {
    throw new UsageError(`${name} has ${status.size} bytes, and at most ${limitBytes} are read`, PARTS);
  }
}

/** Leaving the loop closes the stream, so that an endless one is read no further. */
async function readAll(stream: AsyncIterable<Buffer>, name: string, limitBytes: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let length = 0;
  try {
    for await (const piece of stream) {
      pieces.push(piece);
      length += piece.length;
      if (length > limitBytes) throw new UsageError(`${name} goes on after ${limitBytes} bytes`, PARTS);
    }
  } catch (error) {
    refuse(error, name);
  }
  return Buffer.concat(pieces);
}

function refuse(error: unknown, name: string): never {
  const code = systemErrorCode(error);
  if (code === undefined) throw error;
  const what = code === 'ENOENT' || code === 'ENOTDIR' ? 'does not exist' : `can't be read: ${code}`;
  throw new UsageError(`${name} ${what}`, MEND, { cause: error });
}
