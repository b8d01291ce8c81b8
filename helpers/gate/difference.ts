/** What differs between a baseline and a run, before anybody has accepted it. */
import type { ReportComparison, ReportDifference } from '../../reports/report';

/** A difference as the comparison of two sides makes it; waivers come later. */
export type RawDifference = Omit<ReportDifference, 'accepted' | 'waiver'>;

export type NotCompared = ReportComparison['notCompared'][number];

/** Characters of what was and what is. */
const LINE = 500;

/** On one line of at most 500 characters. */
export function inOneLine(text: string): string {
  const characters = [...text.replace(/\s+/g, ' ').trim()];
  return characters.length <= LINE ? characters.join('') : `${characters.slice(0, LINE - 3).join('')}...`;
}

/**
 * Worst first: claims that fail and did not, what nobody explains before what is known; then new drift; then what is
 * otherwise or better. Those of one kind stay in their order.
 */
export function worstFirst<T extends RawDifference>(differences: readonly T[]): T[] {
  return [...differences].sort((a, b) => rank(a) - rank(b));
}

const RANKS: Record<ReportDifference['change'], number> = {
  regression: 0,
  'changed-reason': 2,
  new: 4,
  fixed: 6,
  gone: 7,
};

function rank({ subject, change, since }: RawDifference): number {
  // An answer that departs in another way than before is no better than one that departs anew.
  const place = subject === 'drift' && change === 'changed-reason' ? RANKS.new : RANKS[change];
  return place + (since === undefined ? 0 : 1) * (place < RANKS.fixed ? 1 : 0);
}
