/** What the end of a command means: its status, and what it said on standard error. */
import type { ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { oneLine } from './quoted';

export type PipedCommand = ChildProcessByStdio<Writable, Readable, Readable>;

export interface CommandEnd {
  readonly succeeded: boolean;
  /** `ssh to host ended with status 255: Permission denied (publickey).` */
  readonly message: string;
}

/** Bytes of standard error that are kept, the last ones. */
const STDERR_LIMIT = 4096;

/** Characters of it that a message repeats. */
const LONGEST_WORDS = 250;

/** Milliseconds in which standard error must end after the command did. */
const STDERR_END_LIMIT_MS = 500;

/**
 * Follows a command until it has ended and its output is read to the end, or until it cannot be started. Somebody else
 * reads its output.
 *
 * @param label how the message names it: `ssh to host`
 */
export async function commandEnd(child: PipedCommand, label: string): Promise<CommandEnd> {
  let said = Buffer.alloc(0);
  child.stderr.on('data', (chunk: Buffer) => {
    said = Buffer.concat([said, chunk]).subarray(-STDERR_LIMIT);
  });
  const stderrEnd = happened(child.stderr, 'end');
  const stdoutEnd = happened(child.stdout, 'end');
  const { failure, ending } = await new Promise<{ failure?: Error; ending?: string }>((resolve) => {
    child.once('error', (error) => resolve({ failure: error }));
    child.once('exit', (code, signal) => resolve({ ending: signal ?? `status ${code}` }));
  });
  if (failure !== undefined) {
    return { succeeded: false, message: `${label} cannot be started: ${oneLine(failure.message)}` };
  }
  await stdoutEnd;
  // A program that it left running may hold stderr for ever, as ssh does that shares its connection.
  await Promise.race([stderrEnd, limit(STDERR_END_LIMIT_MS)]);
  const words = lastWords(said.toString('utf8'));
  return {
    succeeded: ending === 'status 0',
    message: `${label} ended with ${ending}${words === '' ? '' : `: ${words}`}`,
  };
}

/** All of it where it is short, else its end: what a program gives up with stands last. */
function lastWords(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return oneLine(line.length > LONGEST_WORDS ? `...${line.slice(-LONGEST_WORDS)}` : line, LONGEST_WORDS + 3);
}

function happened(stream: Readable, event: string): Promise<void> {
  return new Promise((resolve) => void stream.once(event, () => resolve()));
}

function limit(milliseconds: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, milliseconds).unref());
}
