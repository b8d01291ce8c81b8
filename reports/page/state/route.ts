/** What the page shows is written in the fragment of its address, so that any view can be linked. */
import { CHOICES, type Filters, type ListFilter, NO_FILTERS } from './filters';

export const VIEWS = ['overview', 'claims', 'drift', 'times'] as const;

export interface Route {
  readonly view: (typeof VIEWS)[number] | 'claim';
  /** The claim of the view `claim`. */
  readonly claim?: string;
  /** The engine that the view `claim` shows; where it is absent, the one that has most to say. */
  readonly target?: string;
  readonly filters: Filters;
}

/** Characters of a search. */
export const SEARCH_LIMIT = 200;

/**
 * The route of a fragment: `#claims?status=regression,error&q=bridge`, or `#network.bridge.create?target=docker@28.5.2`,
 * a claim by its id. What is not understood is left out; a fragment comes from anywhere.
 */
export function parseHash(hash: string): Route {
  const text = hash.replace(/^#/, '');
  const at = text.indexOf('?');
  const name = at === -1 ? text : text.slice(0, at);
  const parameters = new URLSearchParams(at === -1 ? '' : text.slice(at + 1));
  const filters = filtersOf(parameters);
  const view = VIEWS.find((each) => each === name);
  if (view !== undefined) return { view, filters };
  // An id has a dot and no character that an address would change.
  if (!/^[A-Za-z][A-Za-z0-9.-]{0,199}$/.test(name) || !name.includes('.')) return { view: 'overview', filters };
  const target = parameters.get('target');
  return { view: 'claim', claim: name, filters, ...(target === null ? {} : { target }) };
}

/** The fragment of a route, with its `#`; that of the overview without filters is `#overview`. */
export function formatHash({ view, claim, target, filters }: Route): string {
  const parameters: string[] = [];
  if (target !== undefined) parameters.push(`target=${encode(target)}`);
  if (filters.q !== '') parameters.push(`q=${encode(filters.q)}`);
  for (const key of listKeys()) {
    if (filters[key].length > 0) parameters.push(`${key}=${filters[key].join(',')}`);
  }
  if (filters.differing) parameters.push('differing=yes');
  return `#${view === 'claim' ? (claim ?? '') : view}${parameters.length === 0 ? '' : `?${parameters.join('&')}`}`;
}

/** The fragment of a claim; the filters go along, for the way back. */
export function claimHash(claim: string, filters: Filters, target?: string): string {
  return formatHash({ view: 'claim', claim, filters, ...(target === undefined ? {} : { target }) });
}

function filtersOf(parameters: URLSearchParams): Filters {
  const lists = listKeys().map((key) => {
    const asked = (parameters.get(key) ?? '').split(',');
    return [key, CHOICES[key].filter((value) => asked.includes(value))];
  });
  return {
    ...NO_FILTERS,
    ...Object.fromEntries(lists),
    q: (parameters.get('q') ?? '').slice(0, SEARCH_LIMIT),
    differing: parameters.get('differing') === 'yes',
  };
}

function listKeys(): ListFilter[] {
  return Object.keys(CHOICES) as ListFilter[];
}

/** Keeps what reads well in an address and means nothing in it. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll('%40', '@').replaceAll('%3A', ':').replaceAll('%2F', '/');
}
