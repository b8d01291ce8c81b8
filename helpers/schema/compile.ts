/** The only place that knows ajv. It is loaded when the first document is judged: it takes some 30 ms. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020, { type AnySchemaObject, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { packageRoot } from '../package-root';
import { type SchemaName, SHARED_SCHEMAS, schemaNames, schemaPath } from './names';

/** How much is told of a document that fails: every error, or the first. */
export type Depth = 'all' | 'first';

const instances = new Map<Depth, Ajv2020>();
const identifiers = new Map<SchemaName, string>();

/**
 * The errors that ajv finds, with the schema and the value of each. A schema is compiled on its first use and kept.
 *
 * @throws Error where the schema itself is faulty: ajv's strict mode refuses unknown keywords, formats and types
 */
export function ajvErrors(name: SchemaName, document: unknown, depth: Depth): readonly ErrorObject[] {
  const validate = compiled(name, depth);
  return validate(document) ? [] : (validate.errors ?? []);
}

function compiled(name: SchemaName, depth: Depth): ValidateFunction {
  const ajv = instances.get(depth) ?? prepare(depth);
  const validate = ajv.getSchema(identifiers.get(name) ?? '');
  if (validate === undefined) throw new Error(`no schema ${name} under schemas/`);
  return validate;
}

/** Knows every schema, so that `$ref` needs no network, and compiles none. */
function prepare(depth: Depth): Ajv2020 {
  // The tests hold the schemas against their meta-schema; here it would only cost its own compilation, some 40 ms.
  const ajv = new Ajv2020({ strict: true, allErrors: depth === 'all', verbose: true, validateSchema: false });
  addFormats(ajv);
  for (const path of SHARED_SCHEMAS) ajv.addSchema(read(path));
  for (const name of schemaNames()) {
    const schema = read(schemaPath(name));
    ajv.addSchema(schema);
    identifiers.set(name, schema.$id ?? '');
  }
  instances.set(depth, ajv);
  return ajv;
}

function read(path: string): AnySchemaObject {
  return JSON.parse(readFileSync(join(packageRoot(), path), 'utf8')) as AnySchemaObject;
}
