/** What came of a claim on an engine, in one word: its outcome, and where there is none to speak of, its verdict. */
import type { Outcome, ReportResult, Verdict } from '../../report';

/** Worst first: the order in which they are listed. */
export const STATUSES = [
  'regression',
  'unexpected-pass',
  'error',
  'known-change',
  'waived',
  'as-expected',
  'not-applicable',
] as const;

export type Status = (typeof STATUSES)[number];

interface StatusWords {
  readonly sign: string;
  readonly word: string;
  /** Of several. */
  readonly words: string;
  readonly means: string;
}

/** How each is shown: one character of any font, a word for people, and what it means. */
export const SHOWN: Readonly<Record<Status, StatusWords>> = {
  regression: {
    sign: '×',
    word: 'Regression',
    words: 'regressions',
    means: 'fails, and nothing is known that would explain it',
  },
  'unexpected-pass': {
    sign: '↑',
    word: 'Unexpected pass',
    words: 'unexpected passes',
    means: 'holds, though this engine is known to fail it',
  },
  error: {
    sign: '!',
    word: 'Error',
    words: 'errors',
    means: 'the suite or the engine broke, and nothing is said of the claim',
  },
  'known-change': {
    sign: '~',
    word: 'Known change',
    words: 'known changes',
    means: 'fails, as engines of this version are known to',
  },
  waived: { sign: 'w', word: 'Waived', words: 'waived', means: 'departs, and was accepted with a reason' },
  'as-expected': { sign: '✓', word: 'As expected', words: 'as expected', means: 'holds' },
  'not-applicable': {
    sign: '–',
    word: 'Not applicable',
    words: 'not applicable',
    means: 'a need is absent, so that it was not tried',
  },
};

export function statusOf({ verdict, outcome }: { readonly verdict: Verdict; readonly outcome: Outcome }): Status {
  if (verdict === 'error' || verdict === 'not-applicable') return verdict;
  // A judged result has an outcome; one that says otherwise is shown by what was seen.
  if (outcome === 'not-judged') return verdict === 'pass' ? 'as-expected' : 'regression';
  return outcome;
}

/** Is it something that a person must look at? */
export function isUrgent(status: Status): boolean {
  return status === 'regression' || status === 'unexpected-pass' || status === 'error';
}

/** How many of each, for every status. */
export function countStatuses(results: readonly Pick<ReportResult, 'verdict' | 'outcome'>[]): Record<Status, number> {
  const counts: Record<Status, number> = {
    regression: 0,
    'unexpected-pass': 0,
    error: 0,
    'known-change': 0,
    waived: 0,
    'as-expected': 0,
    'not-applicable': 0,
  };
  for (const result of results) counts[statusOf(result)] += 1;
  return counts;
}
