/** The schema files of the package, read once. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../package-root';
import { type SchemaName, SHARED_SCHEMAS, schemaNames, schemaPath } from './names';

/** A JSON Schema, or a part of one, that is an object. */
export type Schema = Readonly<Record<string, unknown>>;

/** A schema file: its identifier and what it holds. */
export interface SchemaDocument {
  readonly id: string;
  readonly schema: Schema;
}

/** What each `$schema` must be. */
const DIALECT = 'https://json-schema.org/draft/2020-12/schema';
/** What identifiers begin with: a name that no network knows (RFC 2606), so that nothing is ever fetched. */
const BASE = 'https://engine-conformance.invalid/';

let texts: ReadonlyMap<string, string> | undefined;
let documents: ReadonlyMap<string, SchemaDocument> | undefined;

/** The text of each schema file by its path under the root of the package, shared parts first. */
export function schemaTexts(): ReadonlyMap<string, string> {
  texts ??= new Map(
    [...SHARED_SCHEMAS, ...schemaNames().map(schemaPath)].map((path) => [
      path,
      readFileSync(join(packageRoot(), path), 'utf8'),
    ]),
  );
  return texts;
}

/** Every schema file, parsed, by its path under the root of the package. */
export function schemaDocuments(): ReadonlyMap<string, SchemaDocument> {
  documents ??= new Map([...schemaTexts()].map(([path, text]) => [path, parsed(path, text)]));
  return documents;
}

/** The schema of that name. */
export function schemaDocument(name: SchemaName): SchemaDocument {
  const document = schemaDocuments().get(schemaPath(name));
  if (document === undefined) throw new Error(`no schema ${name} under schemas/`);
  return document;
}

/**
 * A schema file from its text.
 *
 * @param path under the root of the package; the $id must end with it, so that no two files have the same
 * @throws Error where it is no JSON Schema 2020-12 with that $id
 */
export function parsed(path: string, text: string): SchemaDocument {
  const schema: unknown = JSON.parse(text);
  if (!isSchema(schema)) throw new Error(`${path} is no object`);
  if (schema.$schema !== DIALECT) throw new Error(`${path} must have the $schema ${DIALECT}`);
  const id = `${BASE}${path}`;
  if (schema.$id !== id) throw new Error(`${path} must have the $id ${id}`);
  return { id, schema };
}

/** Is this a schema that says something (an object, not true, false or another value)? */
export function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
