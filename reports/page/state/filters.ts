/** What a reader chose to see. Lists are in the order of their vocabulary; an empty list lets everything through. */
import type { Chapter, DriftKind } from '../../report.generated';
import { STATUSES, type Status } from './status';

export const LEVELS = ['stated', 'implied', 'erratum'] as const;
export const VENDORS = ['docker', 'podman', 'unknown'] as const;
export const KINDS: readonly DriftKind[] = ['missing', 'type', 'format', 'added'];
export const CHAPTERS: readonly Chapter[] = [
  'engine',
  'network',
  'overlay',
  'volume',
  'swarm-classic',
  'registry',
  'remote-api',
  'swarm-mode',
  'host',
];

export interface Filters {
  /** Words, each of which must be found. */
  readonly q: string;
  readonly status: readonly Status[];
  readonly level: readonly (typeof LEVELS)[number][];
  readonly chapter: readonly Chapter[];
  readonly vendor: readonly (typeof VENDORS)[number][];
  /** Only what is not the same on all engines. */
  readonly differing: boolean;
  readonly kind: readonly DriftKind[];
  /** Drift: only what is known, only what is not, or both (empty). */
  readonly known: readonly ('known' | 'unknown')[];
}

export const NO_FILTERS: Filters = {
  q: '',
  status: [],
  level: [],
  chapter: [],
  vendor: [],
  differing: false,
  kind: [],
  known: [],
};

/** The filters that are lists, and what each may hold. */
export const CHOICES = {
  status: STATUSES,
  level: LEVELS,
  chapter: CHAPTERS,
  vendor: VENDORS,
  kind: KINDS,
  known: ['known', 'unknown'],
} as const;

export type ListFilter = keyof typeof CHOICES;

/** The filters with one choice taken out, or put in at its place. */
export function toggled<K extends ListFilter>(filters: Filters, filter: K, value: string): Filters {
  const chosen: readonly string[] = filters[filter];
  const wanted = (each: string) => (each === value ? !chosen.includes(value) : chosen.includes(each));
  return { ...filters, [filter]: CHOICES[filter].filter(wanted) };
}

/** Does the choice let this through? */
export function lets(chosen: readonly string[], value: string): boolean {
  return chosen.length === 0 || chosen.includes(value);
}

/** Search words in lower case. */
export function wordsOf(q: string): readonly string[] {
  return q.toLowerCase().split(/\s+/).filter(Boolean);
}

/** Is every word somewhere in the text, which is in lower case? */
export function finds(words: readonly string[], text: string): boolean {
  return words.every((word) => text.includes(word));
}
