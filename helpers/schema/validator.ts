/** Judges documents by the schemas of schemas/. Nothing is read or compiled before the first document. */
import type { SchemaName } from './names';
import { originOf } from './origin';
import { isLargerThan } from './preview';
import { inWords, type SchemaError } from './words';

export { type SchemaName, schemaNames } from './names';
export type { SchemaError, SchemaErrorKind } from './words';

/** Above so many values only the first error is looked for: every one of millions of faulty items would be kept. */
const DETAILED_VALUES = 100_000;

/** Errors told of one document at most. */
const ERRORS_TOLD = 200;
/** Of one value ajv may find several errors that are told as one. */
const ERRORS_READ = 5 * ERRORS_TOLD;

export interface SchemaOptions {
  /** Is a field an error that the schema does not know? It is where the schema enumerates fields; maps stay open. */
  readonly strict?: boolean;
}

/**
 * How a document departs from a schema; none where it is valid.
 *
 * @param name the schema, as `network-inspect`
 * @param document parsed JSON; for `error` the text of the body
 * @returns at most 200 errors (the first alone, for a document of over 100,000 values)
 */
export function schemaErrors(name: SchemaName, document: unknown, options: SchemaOptions = {}): SchemaError[] {
  const strict = options.strict === true;
  const form = isLargerThan(document, DETAILED_VALUES) ? (strict ? 'first-strict' : 'first') : 'all';
  const found = compile().ajvErrors(name, document, form);
  if (found.length === 0) return [];
  const errors = strict ? found : found.filter(({ keyword }) => keyword !== 'additionalProperties');
  return inWords(errors.slice(0, ERRORS_READ), originOf(name)).slice(0, ERRORS_TOLD);
}

let loaded: typeof import('./compile') | undefined;

/** Loaded here and not above: commands that judge no document need not wait for the validators to load. */
function compile(): typeof import('./compile') {
  loaded ??= require('./compile') as typeof import('./compile');
  return loaded;
}
