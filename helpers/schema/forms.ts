/** The only place that knows ajv: compiles the schemas. Loading it takes some 30 ms, and compiling them all 150. */
import Ajv2020, { type ErrorObject, type ValidateFunction } from 'ajv/dist/2020';
import standaloneCode from 'ajv/dist/standalone';
import addFormats from 'ajv-formats';
import { closed, STRICT_SUFFIX } from './close';
import { type SchemaDocument, schemaDocument, schemaDocuments } from './documents';
import { type SchemaName, schemaNames } from './names';

export type { ErrorObject, ValidateFunction };

/** Every error and, as one of these, every unknown field; or the first error, of the schema or of its strict form. */
export type Form = 'all' | 'first' | 'first-strict';

const instances = new Map<Form, Ajv2020>();

/**
 * The validator of a schema, compiled when it is first asked for.
 *
 * @throws Error where the schema itself is faulty: ajv's strict mode refuses unknown keywords, formats and types
 */
export function compiled(name: SchemaName, form: Form): ValidateFunction {
  const known = instances.get(form);
  const ajv = known ?? knowing(schemaDocuments().values(), form);
  if (known === undefined) instances.set(form, ajv);
  return validatorOf(ajv, idOf(name, form));
}

/**
 * A module in JavaScript that exports the validator of each schema by its name, in the form that tells every error.
 * It requires parts of ajv and ajv-formats, and not ajv itself.
 */
export function compiledCode(): string {
  const ajv = knowing(schemaDocuments().values(), 'all', true);
  return standaloneCode(ajv, Object.fromEntries(schemaNames().map((name) => [name, idOf(name, 'all')])));
}

/** Knows the documents, so that `$ref` needs no network, and compiles none. */
export function knowing(documents: Iterable<SchemaDocument>, form: Form, source = false): Ajv2020 {
  const allErrors = form === 'all';
  // The tests hold the schemas against their meta-schema; here it would only cost its own compilation, some 40 ms.
  const ajv = new Ajv2020({ strict: true, allErrors, verbose: true, validateSchema: false, code: { source } });
  addFormats(ajv);
  for (const { id, schema } of form === 'first' ? documents : closed(documents)) ajv.addSchema(schema, id);
  return ajv;
}

function idOf(name: SchemaName, form: Form): string {
  const { id } = schemaDocument(name);
  return form === 'first' ? id : `${id}${STRICT_SUFFIX}`;
}

function validatorOf(ajv: Ajv2020, id: string): ValidateFunction {
  const validate = ajv.getSchema(id);
  if (validate === undefined) throw new Error(`no schema has the $id ${id}`);
  return validate;
}
