/** What took longer than its events were listened to says nothing of the events that came later. */

/**
 * To be asked when the last of the watched things is done.
 *
 * @param begun milliseconds of `performance.now()` when the watch began
 * @param seconds for which it listens
 * @returns why an event that was not heard says nothing, where less than a third of them was left for it; else undefined
 */
export function tooSlowFor(begun: number, seconds: number): Error | undefined {
  const tookSeconds = (performance.now() - begun) / 1000;
  if (tookSeconds <= (seconds * 2) / 3) return undefined;
  return new Error(`it took ${tookSeconds.toFixed(1)} s, and its events were listened to for ${seconds} s only`);
}
