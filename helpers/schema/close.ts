/**
 * The strict form of the schemas, in which a field that is not enumerated is an error.
 *
 * `additionalProperties: false` is put where a document's place is judged, never into a part that is referred to: such a
 * part may be one of several that enumerate fields of one place, and would refuse those of the others. For the same
 * reason all of their names are repeated there. (`unevaluatedProperties` would need no names, but it calls every field
 * unknown as soon as one of them is faulty.)
 */
import { isSchema, type Schema, type SchemaDocument } from './documents';
import { isEnumerated, type Part, SchemaGraph, typesOf } from './graph';

/** Keywords that hold one schema or a list of them for places inside. */
const INSIDE = ['items', 'prefixItems', 'additionalProperties'] as const;
/** Keywords that hold schemas for places inside, by name. */
const INSIDE_BY_NAME = ['properties', 'patternProperties'] as const;
/** The strict form of a document: its own is under the same $id with this behind it. */
export const STRICT_SUFFIX = '/strict';

/**
 * The documents in strict form. Each keeps its $id for those that refer to it and gets a second one, with STRICT_SUFFIX,
 * by which documents are judged.
 */
export function closed(documents: Iterable<SchemaDocument>): readonly SchemaDocument[] {
  const all = [...documents];
  const graph = new SchemaGraph(all);
  return all.flatMap(({ id, schema }) => {
    const entry = closedPlace(graph, { schema: { $ref: id }, base: id });
    return [
      { id, schema: closedInside(graph, { schema, base: id }) },
      { id: `${id}${STRICT_SUFFIX}`, schema: { $id: `${id}${STRICT_SUFFIX}`, ...entry } },
    ];
  });
}

/** A schema that judges a place by itself. */
function closedPlace(graph: SchemaGraph, part: Part): Schema {
  const inside = closedInside(graph, part);
  const parts = graph.inPlace(part);
  if (!isEnumerated(parts)) return inside;
  const names = parts.flatMap(({ schema }) => (isSchema(schema.properties) ? Object.keys(schema.properties) : []));
  const own = isSchema(inside.properties) ? inside.properties : {};
  return {
    ...inside,
    type: typesOf(parts) ?? 'object',
    properties: { ...Object.fromEntries(names.map((name) => [name, true])), ...own },
    additionalProperties: false,
  };
}

/** A schema that may be one of several for its place: only what lies inside is closed. */
function closedInside(graph: SchemaGraph, { schema, base }: Part): Schema {
  const copy: Record<string, unknown> = { ...schema };
  const place = (value: unknown) => (isSchema(value) ? closedPlace(graph, { schema: value, base }) : value);
  const part = (value: unknown) => (isSchema(value) ? closedInside(graph, { schema: value, base }) : value);
  for (const keyword of INSIDE) if (keyword in schema) copy[keyword] = each(schema[keyword], place);
  if ('allOf' in schema) copy.allOf = each(schema.allOf, part);
  for (const keyword of INSIDE_BY_NAME) if (keyword in schema) copy[keyword] = eachByName(schema[keyword], place);
  if ('$defs' in schema) copy.$defs = eachByName(schema.$defs, part);
  return copy;
}

function each(value: unknown, change: (one: unknown) => unknown): unknown {
  return Array.isArray(value) ? value.map(change) : change(value);
}

function eachByName(value: unknown, change: (one: unknown) => unknown): unknown {
  if (!isSchema(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, change(one)]));
}
