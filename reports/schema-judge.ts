/** Judges a document by the schema of its file. */
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { fileSchema } from './schema-file';

const compiled = new Map<string, ValidateFunction>();

/**
 * What the schema refuses of a document, one line each, with a JSON pointer to the place; empty where it is valid. The first
 * violation is enough: what follows from it would only confuse.
 */
export function schemaViolations(name: 'report' | 'baseline', document: unknown): string[] {
  const validate = compiled.get(name) ?? compile(name);
  compiled.set(name, validate);
  return validate(document) ? [] : (validate.errors ?? []).map((error) => describe(error, `the ${name}`));
}

function compile(name: 'report' | 'baseline'): ValidateFunction {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
  addFormats.default(ajv);
  return ajv.compile(fileSchema(name));
}

function describe(error: ErrorObject, whole: string): string {
  const place = error.instancePath === '' ? whole : error.instancePath;
  const { params } = error;
  if (error.keyword === 'additionalProperties')
    return `${place} has an unknown field ${String(params.additionalProperty)}`;
  if (error.keyword === 'enum') return `${place} must be one of ${JSON.stringify(params.allowedValues)}`;
  if (error.keyword === 'const') return `${place} must be ${JSON.stringify(params.allowedValue)}`;
  return `${place} ${error.message ?? 'is wrong'}`;
}
