/** Values that were expected and observed, as one line of text each. The text is not yet escaped. */

/** Characters before the first difference that an excerpt begins with. */
const CONTEXT = 40;

/**
 * A JSON value on one line, keys sorted. A text is shown as it is, since many describe (`missing`), unless it would not
 * show: an empty one, or one with space at its ends, is quoted. What is not there is shown as `(nothing)`.
 */
export function showValue(value: unknown): string {
  if (value === undefined) return '(nothing)';
  if (typeof value === 'string' && value !== '' && value.trim() === value) return value;
  return json(value);
}

/**
 * What was expected and what was observed, so that the difference shows: where both would read the same (`5` and `"5"`)
 * texts are quoted, and of values longer than `limit` characters both are shown from shortly before they differ.
 */
export function showPair(expected: unknown, observed: unknown, limit: number): { expected: string; observed: string } {
  const pair = { expected: showValue(expected), observed: showValue(observed) };
  if (pair.expected === pair.observed) return { expected: quoted(expected), observed: quoted(observed) };
  if (pair.expected.length <= limit && pair.observed.length <= limit) return pair;
  const difference = firstDifference(pair.expected, pair.observed);
  if (difference < limit / 2) return pair;
  const from = difference - CONTEXT;
  return { expected: `...${pair.expected.slice(from)}`, observed: `...${pair.observed.slice(from)}` };
}

/** `840 ms`, `12.4 s`, `3 min 20 s`. */
export function showDuration(milliseconds: number): string {
  const whole = Math.round(milliseconds);
  if (whole < 1000) return `${whole} ms`;
  if (whole < 59_950) return `${(whole / 1000).toFixed(1)} s`;
  const seconds = Math.round(whole / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** `1 claim`, `3 claims`; `plural` where it is not made with an s. */
export function count(number: number, singular: string, plural = `${singular}s`): string {
  return `${number} ${number === 1 ? singular : plural}`;
}

function quoted(value: unknown): string {
  return value === undefined ? '(nothing)' : json(value);
}

function json(value: unknown): string {
  try {
    return JSON.stringify(value, sortKeys) ?? String(value);
  } catch (error) {
    // An engine may nest deeper than the stack is.
    if (error instanceof RangeError) return '(nested too deeply to show)';
    throw error;
  }
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

function firstDifference(a: string, b: string): number {
  let index = 0;
  while (index < a.length && a[index] === b[index]) index += 1;
  return index;
}
