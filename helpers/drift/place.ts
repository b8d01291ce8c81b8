/** What of an engine's answers departs from the schemas, collapsed: one entry for all answers that depart in one place. */
import type { SchemaErrorKind, SchemaName } from '../schema/validator';

/** A place of a schema at which answers of one engine depart from it. */
export interface DriftPlace {
  readonly schema: SchemaName;
  /** JSON pointer with `*` for each index of an array and each key of a map, so that every run has the same. */
  readonly path: string;
  readonly kind: SchemaErrorKind;
  /** In words, as `an array or null`. */
  readonly expected: string;
  /** What one answer had there: JSON of at most 200 characters, or `absent`. */
  readonly observed: string;
  /** The call of that answer, with the version prefix and the query. */
  readonly seen: { readonly method: string; readonly path: string };
  /** How many answers have been judged by that schema, and how many of them depart there. */
  readonly answers: number;
  readonly departed: number;
}

/** What is unlike from one run to the next in nothing but examples and counts has the same key. */
export function keyOf({ schema, path, kind }: Pick<DriftPlace, 'schema' | 'path' | 'kind'>): string {
  return `${schema} ${kind} ${path}`;
}
