/** What an engine answered to one call. */
import { EngineTrouble } from './trouble';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export interface Answer {
  readonly method: string;
  /** As it was asked, with the version prefix and the query. */
  readonly path: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The body as text, whole (a body over the limit is an error, never cut). */
  readonly text: string;
  /** The body parsed where it is JSON, else undefined. */
  readonly json: Json | undefined;
  readonly durationMs: number;
}

/** Is the status one of success (2xx)? */
export function succeeded(answer: Answer): boolean {
  return answer.status >= 200 && answer.status < 300;
}

/** The message of an error answer: `message` of the JSON since API 1.24, the text before. */
export function errorMessage(answer: Answer): string {
  const { json } = answer;
  if (typeof json === 'string') return json.trim();
  if (isObject(json) && typeof json.message === 'string') return json.message;
  return answer.text.trim();
}

/** A call that a body takes for granted was refused: the suite's trouble, since nothing was claimed of it. */
export class UnexpectedAnswer extends Error {
  override readonly name = 'UnexpectedAnswer';

  constructor(readonly answer: Answer) {
    super(`${answer.method} ${answer.path} answered ${answer.status}: ${errorMessage(answer).slice(0, 300)}`);
  }
}

/** Is it an object of JSON, and no array? */
export function isObject(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object that a create or wait call answered; throws UnexpectedAnswer where it was refused or is none. */
export function objectOf(answer: Answer): Readonly<Record<string, unknown>> {
  if (!succeeded(answer) || !isObject(answer.json)) throw new UnexpectedAnswer(answer);
  return answer.json;
}

/**
 * The object that was answered, its fields taken for what the caller expects.
 *
 * @throws UnexpectedAnswer where the call was refused, EngineTrouble where the answer is no object of JSON
 */
export function documentOf<T extends object & { readonly length?: never }>(answer: Answer): T {
  if (!succeeded(answer)) throw new UnexpectedAnswer(answer);
  if (isObject(answer.json)) return answer.json as T;
  throw malformed(answer, 'no object of JSON');
}

/**
 * The objects of the list that was answered.
 *
 * @throws UnexpectedAnswer where the call was refused, EngineTrouble where the answer is no list of objects
 */
export function listOf<T extends object>(answer: Answer): T[] {
  if (!succeeded(answer)) throw new UnexpectedAnswer(answer);
  if (Array.isArray(answer.json) && answer.json.every(isObject)) return answer.json as T[];
  throw malformed(answer, 'no list of objects of JSON');
}

/** The trouble of an engine whose answer is not what the call is answered with. */
export function malformed({ method, path, text }: Answer, what: string): EngineTrouble {
  return new EngineTrouble('malformed', `${method} ${path} answered ${what}: ${text.slice(0, 200)}`);
}
