/** Moments at random that can be had again: the same seed gives the same moments. */

/**
 * Moments within `[0, spanMs)`, in milliseconds.
 *
 * @param seed any whole number; the same gives the same moments
 */
export function moments(count: number, spanMs: number, seed: number): number[] {
  let state = seed >>> 0;
  return Array.from({ length: count }, () => {
    // A linear congruential generator; constants of "Numerical Recipes", second edition, 7.1.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * spanMs);
  });
}
