/** What an engine answered to one call. */

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
  if (json !== null && typeof json === 'object' && !Array.isArray(json) && typeof json.message === 'string') {
    return json.message;
  }
  return answer.text.trim();
}

/** A call that a body takes for granted was refused: the suite's trouble, since nothing was claimed of it. */
export class UnexpectedAnswer extends Error {
  override readonly name = 'UnexpectedAnswer';

  constructor(readonly answer: Answer) {
    super(`${answer.method} ${answer.path} answered ${answer.status}: ${errorMessage(answer).slice(0, 300)}`);
  }
}
