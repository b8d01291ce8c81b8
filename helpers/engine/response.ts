/** Reads the response to one request under limits of size, number and depth. */
import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { StringDecoder } from 'node:string_decoder';
import { Semaphore } from '../run/semaphore';
import type { Json } from './answer';
import { fieldsIn, measureJson } from './json-measure';
import { ANSWER_LIMIT_BYTES, ANSWER_LIMIT_LEVELS, ANSWER_LIMIT_VALUES, LARGE_ANSWER_BYTES } from './limits';
import { EngineTrouble } from './trouble';

/** Of this whole process: several targets may be judged at once. */
const LARGE_ANSWERS = new Semaphore(1);

/**
 * The whole body, or as much of it as is enough. What is large is read when no other large one is.
 *
 * @param signal aborts when the caller gives up
 * @param enough asked with each further piece of the text, characters whole; true ends the answer, and its connection
 * @throws EngineTrouble where the body is over the limit
 */
export async function readBounded(
  response: IncomingMessage,
  signal: AbortSignal,
  enough?: (piece: string) => boolean,
): Promise<Buffer> {
  const body = new Body(response, enough);
  if (!(await body.read(LARGE_ANSWER_BYTES))) await unless(signal, () => LARGE_ANSWERS.run(() => body.readOn(signal)));
  return body.bytes();
}

/** A body that is read in two goes. */
class Body {
  readonly #pieces: AsyncIterator<Buffer>;
  readonly #decoder = new StringDecoder('utf8');
  #read: Buffer[] = [];
  #size = 0;

  constructor(
    private readonly response: IncomingMessage,
    private readonly enough: ((piece: string) => boolean) | undefined,
  ) {
    this.#pieces = (response as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
  }

  /** Reads until there are more than so many bytes. Returns whether it came to its end, or to enough, before. */
  async read(mostBytes: number): Promise<boolean> {
    for (;;) {
      const { done, value } = await this.#pieces.next();
      if (done === true) return true;
      this.#size += value.length;
      this.#read.push(value);
      if (this.enough?.(this.#decoder.write(value))) {
        // Ends the answer, and its connection.
        await this.#pieces.return?.();
        return true;
      }
      if (this.#size > mostBytes) return false;
    }
  }

  /** Reads on to its end. */
  async readOn(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (await this.read(ANSWER_LIMIT_BYTES)) return;
    this.#read = [];
    this.response.destroy();
    throw new EngineTrouble('too-large', `an answer is over ${ANSWER_LIMIT_BYTES} bytes`);
  }

  bytes(): Buffer {
    return Buffer.concat(this.#read);
  }
}

/** What the work returns; throws when the signal aborts, however long the work goes on. */
function unless<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(new Error('given up'));
    signal.addEventListener('abort', abort, { once: true });
    work()
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', abort));
  });
}

/** The headers by name, in lower case; several of one name joined by commas. */
export function headersOf(response: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(response.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
}

/**
 * The JSON of a body, or undefined where it is none.
 *
 * @param text the bytes as UTF-8
 * @throws EngineTrouble where it is deeper or has more values than the limits, names a field twice or is not UTF-8: no two
 *   readers would read the same
 */
export function parseJson(bytes: Buffer, text: string): Json | undefined {
  if (!/^\s*["[{tfn\d-]/.test(text)) return undefined;
  const { values, fields, levels } = measureJson(text);
  if (values > ANSWER_LIMIT_VALUES) {
    throw new EngineTrouble('too-large', `an answer holds over ${ANSWER_LIMIT_VALUES} values`);
  }
  const value = parsed(text);
  if (value === undefined) return undefined;
  if (levels > ANSWER_LIMIT_LEVELS) {
    throw new EngineTrouble('malformed', `an answer is over ${ANSWER_LIMIT_LEVELS} levels deep`);
  }
  if (fields !== fieldsIn(value)) throw new EngineTrouble('malformed', 'an answer names a field twice');
  if (!isUtf8(bytes)) throw new EngineTrouble('malformed', 'an answer is JSON and not UTF-8');
  return value;
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    // A text answer is not an error: v1.23 sends its messages so. Whoever needs JSON asks for it and sees it missing.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
