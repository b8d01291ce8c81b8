/** The schema of the report, read where it lies: beside this folder, or above it where the code runs compiled. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What of a JSON Schema the code here walks through. */
export interface SchemaNode {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, SchemaNode>>;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
}

const NAME = path.join('schemas', 'report.schema.json');

let schema: SchemaNode | undefined;

/**
 * The schema as an object.
 *
 * @throws Error where the package is incomplete
 */
export function reportSchema(): SchemaNode {
  schema ??= JSON.parse(readFileSync(schemaFile(), 'utf8')) as SchemaNode;
  return schema;
}

function schemaFile(): string {
  for (let folder = path.dirname(__dirname); ; folder = path.dirname(folder)) {
    const file = path.join(folder, NAME);
    if (existsSync(file)) return file;
    if (folder === path.dirname(folder)) throw new Error(`${NAME} is missing from the package`);
  }
}
