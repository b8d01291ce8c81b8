/** A part of a run: `--shard 2/5` is the second of five that together try what one run would. */
import { quoted } from '../target/quoted';
import { UsageError } from '../usage-error';

/** More parts than a fleet needs; a number beyond is a slip. */
const MOST_SHARDS = 10_000;

export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly count: number;
}

/**
 * Reads `2/5`.
 *
 * @throws UsageError where it is not a part of so many
 */
export function parseShard(text: string): Shard {
  const [, index, count] = /^(\d{1,5})\/(\d{1,5})$/.exec(text) ?? [];
  const shard = { index: Number(index), count: Number(count) };
  const fits = shard.index >= 1 && shard.index <= shard.count && shard.count <= MOST_SHARDS;
  if (fits) return shard;
  throw new UsageError(
    `--shard takes the part and how many there are, as 2/5, not ${quoted(text)}`,
    'give one from 1/n to n/n',
  );
}

/**
 * The checks of a part. All checks lie in one row, the targets one after the other and each with all claims in the catalogue's
 * order; the row is cut into parts as equal as can be. So many targets make whole targets of each part, and what one target
 * shares between its claims is shared as far as can be.
 *
 * @returns the claims by target, in order; targets of which the part has none are left out
 */
export function checksOf<T, C>({ index, count }: Shard, targets: readonly T[], claims: readonly C[]): Map<T, C[]> {
  const all = targets.length * claims.length;
  const cut = (part: number) => Math.floor((all * part) / count);
  const [from, to] = [cut(index - 1), cut(index)];
  const parts = new Map<T, C[]>();
  for (const [place, target] of targets.entries()) {
    const begin = place * claims.length;
    const own = claims.slice(Math.max(0, from - begin), Math.max(0, to - begin));
    if (own.length > 0) parts.set(target, own);
  }
  return parts;
}
