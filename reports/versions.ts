/** Versions as engines write them: 20.10.24+dfsg1, 5.8.6, 29.0.0-rc.1, or any text. */
import { compareText } from './compare-text';

/** The version without what a distribution adds: `20.10.24` of `20.10.24+dfsg1`. */
export function upstreamVersion(version: string): string {
  return /^v?(\d+(?:\.\d+)*(?:-[0-9A-Za-z.]+)?)/.exec(version)?.[1] ?? version;
}

/**
 * Orders versions by their numbers, a release candidate before its release, and what is no version after all that are, by
 * its text.
 */
export function compareVersions(a: string, b: string): number {
  const [one, two] = [parsed(a), parsed(b)];
  if (one === undefined || two === undefined) {
    return one === two ? compareText(a, b) : one === undefined ? 1 : -1;
  }
  for (let index = 0; index < Math.max(one.numbers.length, two.numbers.length); index += 1) {
    const difference = (one.numbers[index] ?? 0) - (two.numbers[index] ?? 0);
    if (difference !== 0) return difference;
  }
  if (one.candidate !== two.candidate) {
    if (one.candidate === '') return 1;
    if (two.candidate === '') return -1;
    return one.candidate.localeCompare(two.candidate, 'en', { numeric: true });
  }
  return compareText(a, b);
}

function parsed(version: string): { numbers: number[]; candidate: string } | undefined {
  const found = /^v?(\d+(?:\.\d+)*)(?:-([0-9A-Za-z.]+))?/.exec(version);
  if (found === null) return undefined;
  return { numbers: (found[1] ?? '').split('.').map(Number), candidate: found[2] ?? '' };
}
