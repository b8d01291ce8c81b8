/** The schema of the report. */
import { fileSchema, type SchemaNode } from './schema-file';

export type { SchemaNode } from './schema-file';

/** The schema as an object. Throws an Error where the package is incomplete. */
export function reportSchema(): SchemaNode {
  return fileSchema('report');
}
