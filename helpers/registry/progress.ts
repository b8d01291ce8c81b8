/**
 * What a push or a pull answers: JSON documents one after the other, as it goes on. The status of the answer is there before
 * anything was tried, so that an error comes inside a 200. Sources: moby v1.11.1, pkg/jsonmessage and api/server/router/image.
 */
import { type Answer, errorMessage, isObject, type Json, succeeded } from '../engine/answer';
import { linesIn } from '../engine/events';

export interface Progress {
  /** The documents, in their order. A line that is no object of JSON is left out. */
  readonly steps: readonly { readonly [key: string]: Json }[];
  /** Why it failed; undefined where it did not. */
  readonly error: string | undefined;
}

/** What a push says at its end. */
export interface PushResult {
  readonly tag: string;
  readonly digest: string;
  /** Bytes of the manifest. */
  readonly size: number;
}

/** Reads an answer. A refusal, as engines send it where nothing was begun, is an error too. */
export function progressOf(answer: Answer): Progress {
  const steps = linesIn(answer.text).map(parsed).filter(isObject);
  const failed = steps.find((step) => 'error' in step || 'errorDetail' in step);
  if (failed !== undefined) return { steps, error: errorIn(failed) };
  return { steps, error: succeeded(answer) ? undefined : errorMessage(answer) };
}

/**
 * The last line of a push, as the document shows it in line 630: `latest: digest: sha256:… size: 4067`; undefined where there
 * is none.
 */
export function pushResultOf({ steps }: Progress): PushResult | undefined {
  for (const { status } of steps.toReversed()) {
    const [, tag, digest, size] =
      /^(\S+): digest: (\S+) size: (\d+)$/.exec(typeof status === 'string' ? status : '') ?? [];
    if (tag !== undefined && digest !== undefined) return { tag, digest, size: Number(size) };
  }
  return undefined;
}

function errorIn({ error, errorDetail }: { readonly [key: string]: Json }): string {
  if (typeof error === 'string' && error !== '') return error;
  if (isObject(errorDetail) && typeof errorDetail.message === 'string') return errorDetail.message;
  return JSON.stringify(errorDetail ?? error);
}

function parsed(line: string): Json | undefined {
  try {
    return JSON.parse(line) as Json;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
