/** Says an ajv error in words: where, what was expected, what was there. */
import type { ErrorObject } from 'ajv/dist/2020';
import { isSchema } from './documents';
import { fieldOf, type Part, type SchemaGraph, typesOf } from './graph';
import { placeOf } from './place';
import { preview } from './preview';

/**
 * How a value departs: a field is absent that must be there; its type is another, or it is null; it has the right type
 * and another format, range or set of values; or a field is there that the schema does not know.
 */
export type SchemaErrorKind = 'missing' | 'type' | 'format' | 'added';

/** One departure of a document from its schema. */
export interface SchemaError {
  /** JSON pointer to the value, as `/IPAM/Config/0/Subnet`; empty for the document itself. */
  readonly path: string;
  /** The path with `*` for each index of an array and each key of a map, as `/Labels/*`. */
  readonly place: string;
  readonly kind: SchemaErrorKind;
  /** In words, as `an array or null`. */
  readonly expected: string;
  /** The value as JSON, at most 200 characters, or `absent`. */
  readonly observed: string;
}

/** A schema to which errors belong, with all that it refers to. */
export interface Origin {
  readonly graph: SchemaGraph;
  readonly root: Part;
}

const OBSERVED_LIMIT = 200;
/** A key may be as long as an engine likes. */
const PATH_LIMIT = 1000;

/** Says the errors of one document, each once, in ajv's order. */
export function inWords(errors: readonly ErrorObject[], origin: Origin): SchemaError[] {
  const said = new Map<string, SchemaError>();
  const outranked = new Map<string, number>();
  for (const error of errors) {
    const rank = rankOf(error);
    outranked.set(error.instancePath, Math.max(rank, outranked.get(error.instancePath) ?? 0));
  }
  for (const error of errors) {
    // The key behind a refused property name is said by the error of the key.
    if (error.keyword === 'propertyNames') continue;
    const rank = rankOf(error);
    if (rank > 0 && rank < (outranked.get(error.instancePath) ?? 0)) continue;
    const one = describe(error, origin);
    const key = `${one.path}\n${one.kind === 'type' ? 'type' : `${one.kind}\n${one.expected}`}`;
    // Of two types asked of one value (an object, by its place; an object or null, by its part) the narrower counts.
    const before = said.get(key);
    if (before === undefined || one.expected.length < before.expected.length) said.set(key, one);
  }
  return [...said.values()];
}

/**
 * Of the errors of one value the one with the highest rank is the reason: of a wrong type nothing else need be said, and
 * a choice of formats says more than each of its branches. 0: judges the fields or keys, not the value itself.
 */
function rankOf({ keyword, propertyName }: ErrorObject): number {
  if (keyword === 'required' || keyword === 'additionalProperties' || propertyName !== undefined) return 0;
  if (keyword === 'type') return 3;
  return keyword === 'anyOf' ? 2 : 1;
}

function describe(error: ErrorObject, origin: Origin): SchemaError {
  const { keyword, instancePath, data, propertyName } = error;
  if (keyword === 'required') {
    const missing = String(error.params.missingProperty);
    const { path, place, parts } = field(instancePath, missing, origin);
    return { path, place, kind: 'missing', expected: presence(parts), observed: 'absent' };
  }
  if (keyword === 'additionalProperties') {
    const added = String(error.params.additionalProperty);
    const value = isSchema(data) ? data[added] : undefined;
    const { path, place } = field(instancePath, added, origin);
    return { path, place, kind: 'added', expected: 'absent', observed: preview(value, OBSERVED_LIMIT) };
  }
  const expected = expectation(error);
  if (propertyName !== undefined) {
    const { path, place } = field(instancePath, propertyName, origin);
    const observed = preview(propertyName, OBSERVED_LIMIT);
    return { path, place, kind: 'format', expected: `a key that is ${expected}`, observed };
  }
  const kind = keyword === 'type' ? 'type' : 'format';
  return { ...whole(instancePath, origin), kind, expected, observed: preview(data, OBSERVED_LIMIT) };
}

function field(holder: string, name: string, { graph, root }: Origin) {
  const { place, parts } = placeOf(graph, root, holder);
  const pointer = `/${name.slice(0, PATH_LIMIT).replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const fields = parts.flatMap((part) => fieldOf(part, name));
  const isKeyOfMap = fields.length === 0 && parts.some(({ schema }) => isSchema(schema.additionalProperties));
  return {
    path: cut(`${holder}${pointer}`),
    place: cut(`${place}${isKeyOfMap ? '/*' : pointer}`),
    parts: fields.flatMap((part) => graph.inPlace(part)),
  };
}

function whole(path: string, { graph, root }: Origin) {
  return { path: cut(path), place: cut(placeOf(graph, root, path).place) };
}

function cut(path: string): string {
  return path.length > PATH_LIMIT ? `${path.slice(0, PATH_LIMIT)}...` : path;
}

function presence(parts: readonly Part[]): string {
  const types = typesOf(parts);
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
