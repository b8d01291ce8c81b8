/** Polling for a named condition with a limit: the only way in which this suite waits. */
import { setTimeout as delay } from 'node:timers/promises';

/** First and longest pause between two looks, in milliseconds. */
const FIRST_PAUSE_MS = 15;
const LONGEST_PAUSE_MS = 250;

/** How long before the limit the last look begins, in milliseconds: a timer may be late by a few. */
const LAST_LOOK_MS = 10;

export interface PollResult<T> {
  /** Whether the condition was seen by a look that began before the limit. */
  readonly accepted: boolean;
  /** Whether it was seen too late: nobody knows then whether it came about in time. Only a busy machine looks so late. */
  readonly late: boolean;
  /** What the last look saw. */
  readonly last: T;
  readonly tookMs: number;
}

/**
 * Looks until `accept` takes what was seen or the limit is over; at least once, and the last time shortly before the limit.
 * A look that began before it counts, however long it takes. Pauses grow from 15 to 250 ms.
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
  let beganMs = 0;
  let pause = FIRST_PAUSE_MS;
  for (;;) {
    signal.throwIfAborted();
    const last = await look();
    const elapsedMs = performance.now() - begun;
    const leftMs = withinMs - LAST_LOOK_MS - elapsedMs;
    const seen = accept(last);
    if (seen || leftMs <= 0) {
      const inTime = beganMs <= withinMs;
      return { accepted: seen && inTime, late: seen && !inTime, last, tookMs: Math.round(elapsedMs) };
    }
    await delay(Math.min(pause, leftMs), undefined, { signal });
    beganMs = performance.now() - begun;
    pause = Math.min(pause * 1.6, LONGEST_PAUSE_MS);
  }
}
