/** Replies, made up or read whole. */
import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { compareApiVersions } from '../claims/changes';
import type { Json } from '../engine/answer';
import { ANSWER_LIMIT_BYTES } from '../engine/limits';
import type { Call, Reply } from './plant';

/** A reply that holds these bytes. */
export function withBody(reply: Pick<Reply, 'status' | 'headers'>, body: Buffer): Reply {
  const { 'transfer-encoding': _chunked, 'content-length': _length, ...headers } = reply.headers;
  const length = reply.status === 204 || reply.status === 304 ? {} : { 'content-length': String(body.length) };
  return { status: reply.status, headers: { ...headers, ...length }, body: Readable.from([body]) };
}

/** A reply that holds this document; nothing where it is undefined. */
export function jsonReply(status: number, document: Json | undefined): Reply {
  if (document === undefined) return withBody({ status, headers: {} }, Buffer.alloc(0));
  return withBody({ status, headers: { 'content-type': 'application/json' } }, Buffer.from(JSON.stringify(document)));
}

/** A refusal as engines word it at the version that was asked: text below 1.24, JSON with `message` since. */
export function refusal(call: Call, status: number, message: string): Reply {
  const asText = call.version !== '' && compareApiVersions(call.version.slice(2), '1.24') < 0;
  if (!asText) return jsonReply(status, { message });
  return withBody({ status, headers: { 'content-type': 'text/plain; charset=utf-8' } }, Buffer.from(`${message}\n`));
}

/**
 * The bytes of a reply, or of any stream.
 *
 * @throws RangeError where they are more than an answer may have
 */
export async function bytesOf({ body }: Pick<Reply, 'body'>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > ANSWER_LIMIT_BYTES) throw new RangeError(`a body is over ${ANSWER_LIMIT_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Did the engine do what was asked? 304 says that there was nothing to do. */
export function isSuccess({ status }: Reply): boolean {
  return status < 400;
}

/** An id such as engines give, of nothing. */
export function madeUpId(): string {
  return randomBytes(32).toString('hex');
}
