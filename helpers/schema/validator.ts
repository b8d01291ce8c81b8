/** Judges documents by the schemas of schemas/. Nothing is read or compiled before the first document. */
import type { SchemaName } from './names';
import { isLargerThan } from './preview';
import { inWords, type SchemaError } from './words';

export { type SchemaName, schemaNames } from './names';
export type { SchemaError } from './words';

/** Above so many values only the first error is looked for: every one of millions of faulty items would be kept. */
const DETAILED_VALUES = 100_000;

/** Errors told of one document at most. */
const ERRORS_TOLD = 200;

/**
 * How a document departs from a schema; none where it is valid. Unknown fields are no error.
 *
 * @param name the schema, as `network-inspect`
 * @param document parsed JSON; for `error` the text of the body
 * @returns at most 200 errors (the first alone, for a document of over 100,000 values)
 */
export function schemaErrors(name: SchemaName, document: unknown): SchemaError[] {
  // Loaded here and not above: commands that judge no document need not wait for ajv to load.
  const { ajvErrors } = require('./compile') as typeof import('./compile');
  const depth = isLargerThan(document, DETAILED_VALUES) ? 'first' : 'all';
  return inWords(ajvErrors(name, document, depth).slice(0, ERRORS_TOLD));
}
