/** Reads the response to one request under limits of size and depth. */
import type { IncomingMessage } from 'node:http';
import { StringDecoder } from 'node:string_decoder';
import type { Json } from './answer';
import { ANSWER_LIMIT_BYTES, ANSWER_LIMIT_LEVELS } from './limits';
import { EngineTrouble } from './trouble';

/**
 * The whole body, or as much of it as is enough.
 *
 * @param enough asked with each further piece of the text, characters whole; true ends the answer, and its connection
 * @throws EngineTrouble where the body is over the limit
 */
export async function readBounded(response: IncomingMessage, enough?: (piece: string) => boolean): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const decoder = new StringDecoder('utf8');
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > ANSWER_LIMIT_BYTES) {
      response.destroy();
      throw new EngineTrouble('too-large', `an answer is over ${ANSWER_LIMIT_BYTES} bytes`);
    }
    chunks.push(chunk);
    // Leaving the loop ends the answer, and its connection.
    if (enough?.(decoder.write(chunk))) break;
  }
  return Buffer.concat(chunks);
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
 * @throws EngineTrouble where it is deeper than the limit
 */
export function parseJson(text: string): Json | undefined {
  if (!/^\s*["[{tfn\d-]/.test(text)) return undefined;
  try {
    const value = JSON.parse(text) as Json;
    if (!deeperThan(value, ANSWER_LIMIT_LEVELS)) return value;
    throw new EngineTrouble('malformed', `an answer is over ${ANSWER_LIMIT_LEVELS} levels deep`);
  } catch (error) {
    // A text answer is not an error: v1.23 sends its messages so. Whoever needs JSON asks for it and sees it missing.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function deeperThan(value: Json, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((child) => deeperThan(child, levels - 1));
}
