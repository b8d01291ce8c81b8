/** Judges saved answers by a schema: one, an array of them, or lines of them. */
import { UsageError } from '../usage-error';
import type { CheckInput } from './check-input';
import { typesOf } from './graph';
import { assertBounded, decodeText, parseJson, parseLines } from './json-text';
import type { SchemaName } from './names';
import { originOf } from './origin';
import { type SchemaError, schemaErrors } from './validator';

/** Documents that are judged at once, and errors that are kept; those above are only counted. */
export const DOCUMENTS_LIMIT = 100_000;
export const ERRORS_LIMIT = 10_000;

/** An error and the document that has it. */
export interface CheckedError extends SchemaError {
  /** From 0, in the order of the input. */
  readonly document: number;
  /** The document's own name and id, where it has them and they are text. */
  readonly name: string | null;
  readonly id: string | null;
}

export interface CheckResult {
  readonly schema: SchemaName;
  readonly strict: boolean;
  readonly valid: boolean;
  /** How many were judged, and how many of them depart. */
  readonly documents: number;
  readonly departing: number;
  /** At most 10,000. */
  readonly errors: readonly CheckedError[];
  /** How many more there are. */
  readonly errorsLeftOut: number;
}

/**
 * Judges each document of the input.
 *
 * @throws UsageError where the input is not text that holds documents
 */
export function check(schema: SchemaName, { bytes, name }: CheckInput, strict: boolean): CheckResult {
  const documents = documentsOf(schema, decodeText(bytes, name), name);
  const errors: CheckedError[] = [];
  let departing = 0;
  let errorsLeftOut = 0;
  for (const [index, document] of documents.entries()) {
    const found = schemaErrors(schema, document, { strict });
    if (found.length > 0) departing += 1;
    const kept = found.slice(0, ERRORS_LIMIT - errors.length);
    errorsLeftOut += found.length - kept.length;
    const who = {
      document: index,
      name: textOf(document, 'Name'),
      id: textOf(document, 'Id') ?? textOf(document, 'ID'),
    };
    for (const error of kept) errors.push({ ...who, ...error });
  }
  return { schema, strict, valid: departing === 0, documents: documents.length, departing, errors, errorsLeftOut };
}

/**
 * The documents of a text. `docker inspect` prints an array of what the API answers one by one, so an array is taken apart
 * where the schema is for one object; where it is for an array or a text, the input is one document.
 */
export function documentsOf(schema: SchemaName, text: string, name: string): readonly unknown[] {
  const { graph, root } = originOf(schema);
  const types = typesOf(graph.inPlace(root)) ?? [];
  if (types.includes('string')) return [bodyOf(text, name)];
  if (types.includes('array')) return [parseJson(text, name)];
  const lines = parseLines(text, name);
  const [first] = lines;
  const documents = lines.length === 1 && Array.isArray(first) ? first : lines;
  if (documents.length === 0) {
    throw new UsageError(
      `${name} is an empty array: there is nothing to judge`,
      '`docker inspect` prints one where it finds nothing, and says so on standard error',
    );
  }
  if (documents.length > DOCUMENTS_LIMIT) {
    throw new UsageError(
      `${name} holds ${documents.length} documents, and at most ${DOCUMENTS_LIMIT} are judged`,
      'check it in parts',
    );
  }
  return documents;
}

/** A body that must be text: as it is, unless it is JSON of another kind, which would pass for text. */
function bodyOf(text: string, name: string): unknown {
  if (!/^\s*[{[]/.test(text)) return text;
  assertBounded(text, name);
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return text;
    throw error;
  }
}

function textOf(document: unknown, field: string): string | null {
  if (typeof document !== 'object' || document === null || !Object.hasOwn(document, field)) return null;
  const value = (document as Readonly<Record<string, unknown>>)[field];
  return typeof value === 'string' && value !== '' ? value : null;
}
