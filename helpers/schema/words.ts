/** Says an ajv error in words: where, what was expected, what was there. */
import type { ErrorObject } from 'ajv/dist/2020';
import { preview } from './preview';

/** One departure of a document from its schema. */
export interface SchemaError {
  /** JSON pointer to the value, as `/IPAM/Config/0/Subnet`; empty for the document itself. */
  readonly path: string;
  /** In words, as `an array or null`. */
  readonly expected: string;
  /** The value as JSON, at most 200 characters, or `absent`. */
  readonly observed: string;
}

const OBSERVED_LIMIT = 200;

/** Says the errors of one document, each once, in ajv's order. */
export function inWords(errors: readonly ErrorObject[]): SchemaError[] {
  const said = new Map<string, SchemaError>();
  for (const error of errors) {
    if (isPartOfAnother(error, errors)) continue;
    const one = describe(error);
    const key = `${one.path}\n${one.observed}\n${error.keyword === 'type' ? 'type' : one.expected}`;
    // Of two types asked of one value (an object, by its place; an object or null, by its part) the narrower counts.
    const before = said.get(key);
    if (before === undefined || one.expected.length < before.expected.length) said.set(key, one);
  }
  return [...said.values()];
}

/** The branches of anyOf, and the key behind a refused property name, are said by the error of the whole. */
function isPartOfAnother(error: ErrorObject, all: readonly ErrorObject[]): boolean {
  if (error.keyword === 'propertyNames') return true;
  return all.some(
    (other) =>
      other !== error &&
      other.keyword === 'anyOf' &&
      other.instancePath === error.instancePath &&
      error.schemaPath.startsWith(`${other.schemaPath}/`),
  );
}

function describe(error: ErrorObject): SchemaError {
  const { instancePath, data } = error;
  if (error.keyword === 'required') {
    const missing = String(error.params.missingProperty);
    return { path: `${instancePath}/${escaped(missing)}`, expected: presence(error, missing), observed: 'absent' };
  }
  const expected = expectation(error);
  if (error.propertyName !== undefined) {
    const path = `${instancePath}/${escaped(error.propertyName)}`;
    return { path, expected: `a key that is ${expected}`, observed: preview(error.propertyName, OBSERVED_LIMIT) };
  }
  return { path: instancePath, expected, observed: preview(data, OBSERVED_LIMIT) };
}

function presence(error: ErrorObject, missing: string): string {
  const properties: unknown = error.parentSchema?.properties;
  const schema = isRecord(properties) ? properties[missing] : undefined;
  const types = isRecord(schema) ? schema.type : undefined;
  return types === undefined ? 'present' : `present: ${typesInWords(types)}`;
}

function expectation(error: ErrorObject): string {
  const { keyword, params, parentSchema } = error;
  if (keyword === 'type') return typesInWords(params.type);
  if (keyword === 'enum') return `one of ${preview(params.allowedValues, OBSERVED_LIMIT).slice(1, -1)}`;
  if (keyword === 'minimum') return `at least ${params.limit}`;
  if (keyword === 'maximum') return `at most ${params.limit}`;
  if (keyword === 'minItems') return `at least ${params.limit} items`;
  if (keyword === 'maxItems') return `at most ${params.limit} items`;
  // A schema with a format describes that format in words.
  const words: unknown = parentSchema?.description;
  return typeof words === 'string' ? words : (error.message ?? keyword);
}

const ARTICLES: Readonly<Record<string, string>> = {
  array: 'an array',
  boolean: 'a boolean',
  integer: 'an integer',
  null: 'null',
  number: 'a number',
  object: 'an object',
  string: 'a string',
};

function typesInWords(types: unknown): string {
  const names: readonly unknown[] = Array.isArray(types) ? types : [types];
  return names.map((name) => ARTICLES[String(name)] ?? String(name)).join(' or ');
}

function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
