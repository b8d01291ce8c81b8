/** Where two values that should be the same begin and cease to differ. */

export interface Difference {
  /** What both begin with. */
  readonly before: string;
  readonly expected: string;
  readonly observed: string;
  /** What both end with. */
  readonly after: string;
}

/** Share of the longer value that must be common: what has little in common is easier read whole. */
const COMMON = 0.3;

/** The parts of two values, in whole characters; undefined where they have too little in common for that to help. */
export function differenceOf(expected: string, observed: string): Difference | undefined {
  const [one, two] = [Array.from(expected), Array.from(observed)];
  const shorter = Math.min(one.length, two.length);
  let before = 0;
  while (before < shorter && one[before] === two[before]) before += 1;
  let after = 0;
  while (after < shorter - before && one.at(-1 - after) === two.at(-1 - after)) after += 1;
  if (before + after < COMMON * Math.max(one.length, two.length)) return undefined;
  const middle = (characters: readonly string[]) => characters.slice(before, characters.length - after).join('');
  return {
    before: one.slice(0, before).join(''),
    expected: middle(one),
    observed: middle(two),
    after: one.slice(one.length - after).join(''),
  };
}
