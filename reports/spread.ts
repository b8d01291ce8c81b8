/** Median and spread of times. Derived here; a report holds samples only. */

export interface Spread {
  readonly count: number;
  readonly least: number;
  /** A quarter of the samples are below it. */
  readonly lower: number;
  readonly median: number;
  /** A quarter of the samples are above it. */
  readonly upper: number;
  readonly most: number;
}

/** Of at least one sample. Between two samples it is interpolated (type 7 of Hyndman and Fan, as in R and NumPy). */
export function spreadOf(samples: readonly [number, ...number[]]): Spread {
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (share: number) => {
    const place = (sorted.length - 1) * share;
    const [below, above] = [sorted[Math.floor(place)] ?? samples[0], sorted[Math.ceil(place)] ?? samples[0]];
    return below + (above - below) * (place - Math.floor(place));
  };
  return { count: sorted.length, least: at(0), lower: at(0.25), median: at(0.5), upper: at(0.75), most: at(1) };
}

/** `0.076 ms`, `7.5 ms`, `142 ms`, `1.34 s`: three digits that mean something. */
export function showMilliseconds(milliseconds: number): string {
  if (milliseconds >= 1000) return `${(milliseconds / 1000).toFixed(milliseconds < 10_000 ? 2 : 1)} s`;
  return `${bare(milliseconds)} ms`;
}

/** The middle half of the samples in milliseconds, as `12.1-14.9`. */
export function showRange({ lower, upper }: Spread): string {
  return `${bare(lower)}-${bare(upper)}`;
}

function bare(milliseconds: number): string {
  return milliseconds.toFixed(digitsOf(milliseconds));
}

/** Three digits that mean something. */
function digitsOf(milliseconds: number): number {
  return milliseconds >= 100 ? 0 : milliseconds >= 10 ? 1 : milliseconds >= 1 ? 2 : 3;
}
