import { isSchema } from './documents';
import { FIELDS, MapOf, Marked, type Shape } from './fixtures/fields';
import { isEnumerated, type Part, type SchemaGraph, typesOf } from './graph';
import { schemaPlaces } from './mutation/walk';
import { originOf } from './origin';
import { type SchemaName, schemaNames } from './validator';

/** What the definitions of common.schema.json are called in the list of fields. */
const LETTERS: Readonly<Record<string, string>> = {
  objectId: 'S64',
  objectIdOrEmpty: 'S64?',
  digest: 'SHA',
  digestOrEmpty: 'SHA?',
  endpointKey: 'S64 or ep-S64',
  timestamp: 'TS',
  containerName: '/name',
  ipv4: 'IP4',
  ipv4OrEmpty: 'IP4?',
  ipv6: 'IP6',
  ipv6OrEmpty: 'IP6?',
  cidr: 'CIDR',
  ipv4CidrOrEmpty: 'CIDR4?',
  ipv6CidrOrEmpty: 'CIDR6?',
  gateway: 'gateway',
  macOrEmpty: 'MAC?',
  portKey: 'number/protocol',
  apiVersion: 'version',
  engineId: 'engine',
  message: 'message',
  base64: 'bytes',
};

/** The list of fields, a line a place: what is there, and whether it may be null or absent. */
function listed(shape: Shape, place = '', marks = ''): readonly string[] {
  if (typeof shape === 'string') return [`${place} ${shape}${marks}`];
  if (shape instanceof Marked) return listed(shape.shape, place, `${marks} or ${shape.mark}`);
  if (shape instanceof MapOf) return [`${place} map ${shape.keys}${marks}`, ...listed(shape.values, `${place}/*`)];
  if (Array.isArray(shape)) return [`${place} list${marks}`, ...listed(shape[0] as Shape, `${place}/*`)];
  const fields = Object.entries(shape).flatMap(([names, one]) =>
    names.split(', ').flatMap((name) => listed(one as Shape, `${place}/${name}`)),
  );
  return [`${place} fields${marks}`, ...fields];
}

/** The same of a schema. */
function described(name: SchemaName): readonly string[] {
  const { graph, root } = originOf(name);
  const places = [...schemaPlaces(graph, root)];
  const optional = new Set(places.flatMap(({ place, parts }) => optionalFields(parts).map((one) => `${place}/${one}`)));
  return places.map(({ place, parts }) => {
    const nullable = typesOf(parts)?.includes('null') === true ? ' or null' : '';
    return `${place} ${letters(graph, parts)}${nullable}${optional.has(place) ? ' or absent' : ''}`;
  });
}

function optionalFields(parts: readonly Part[]): readonly string[] {
  const required = parts.flatMap(({ schema }) => (Array.isArray(schema.required) ? schema.required : []));
  return parts
    .flatMap(({ schema }) => (isSchema(schema.properties) ? Object.keys(schema.properties) : []))
    .filter((name) => !required.includes(name));
}

function letters(graph: SchemaGraph, parts: readonly Part[]): string {
  const values = parts.map(({ schema }) => schema.enum).find(Array.isArray);
  if (values !== undefined) return values.join('|');
  const definition = parts.map(({ schema }) => LETTERS[definitionName(schema.$ref)]).find((one) => one !== undefined);
  if (definition !== undefined) return definition;
  const [type] = typesOf(parts)?.filter((one) => one !== 'null') ?? [];
  if (type === 'array') return 'list';
  if (type !== 'object') return { string: 'S', integer: 'I', boolean: 'B' }[type ?? ''] ?? String(type);
  if (isEnumerated(parts)) return 'fields';
  const isMap = parts.some(({ schema }) => 'additionalProperties' in schema);
  const keys = parts.map(({ schema }) => schema.propertyNames).find(isSchema);
  const named = keys === undefined ? '' : letters(graph, [{ schema: keys, base: '' }]);
  return isMap ? `map ${named}` : 'object';
}

function definitionName(reference: unknown): string {
  return String(reference).replace(/.*\//, '');
}

describe('the fields of v1.23', () => {
  const engine = schemaNames().filter((name) => !name.startsWith('registry-'));

  it.each(engine)('are in %s as they are listed: each with its type, nullness, presence and format', (name) => {
    const shape = FIELDS[name];
    if (shape === undefined) throw new Error(`no list of fields for ${name}`);
    expect([...described(name)].sort()).toEqual([...listed(shape)].sort());
  });
});
