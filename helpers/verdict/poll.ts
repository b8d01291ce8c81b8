/** Polling for a named condition with a limit: the only way in which this suite waits. */
import { setTimeout as delay } from 'node:timers/promises';

/** First and longest pause between two looks, in milliseconds. */
const FIRST_PAUSE_MS = 15;
const LONGEST_PAUSE_MS = 250;

export interface PollResult<T> {
  /** Whether the condition came about within the limit. */
  readonly accepted: boolean;
  /** What the last look saw. */
  readonly last: T;
  readonly tookMs: number;
}

/**
 * Looks until `accept` takes what was seen or the limit is over; at least once, and the last time at the limit itself.
 * Pauses grow from 15 to 250 ms.
 *
 * @throws what `look` throws, and an AbortError where the signal aborts
 */
export async function poll<T>(
  look: () => Promise<T>,
  accept: (seen: T) => boolean,
  withinMs: number,
  signal: AbortSignal,
): Promise<PollResult<T>> {
  const begun = performance.now();
  let pause = FIRST_PAUSE_MS;
  for (;;) {
    signal.throwIfAborted();
    const last = await look();
    const elapsedMs = performance.now() - begun;
    const tookMs = Math.round(elapsedMs);
    if (accept(last)) return { accepted: true, last, tookMs };
    if (elapsedMs >= withinMs) return { accepted: false, last, tookMs };
    await delay(Math.min(pause, Math.ceil(withinMs - elapsedMs)), undefined, { signal });
    pause = Math.min(pause * 1.6, LONGEST_PAUSE_MS);
  }
}
