/** Walks a schema, and a document along its schema, place by place. */

import { isSchema } from '../documents';
import { fieldOf, itemsOf, type Part, type SchemaGraph, valuesOf } from '../graph';

/** A place of a schema and all parts that judge it. */
export interface SchemaPlace {
  readonly place: string;
  readonly parts: readonly Part[];
}

/** A value of a document at a place, with the object or array that holds it, so that it can be replaced. */
export interface DocumentPlace extends SchemaPlace {
  readonly path: string;
  readonly holder: Record<string, unknown>;
  readonly key: string;
}

/** Every place that the schema describes, itself first. */
export function* schemaPlaces(graph: SchemaGraph, root: Part, place = ''): Generator<SchemaPlace> {
  const parts = graph.inPlace(root);
  yield { place, parts };
  for (const part of parts) {
    const names = isSchema(part.schema.properties) ? Object.keys(part.schema.properties) : [];
    for (const name of names)
      for (const field of fieldOf(part, name)) yield* schemaPlaces(graph, field, `${place}/${escaped(name)}`);
    for (const one of [...valuesOf(part), ...itemsOf(part)]) yield* schemaPlaces(graph, one, `${place}/*`);
  }
}

/** Every value of the document that the schema describes. */
export function* documentPlaces(
  graph: SchemaGraph,
  root: Part,
  holder: Record<string, unknown>,
  key: string,
  at = { path: '', place: '' },
): Generator<DocumentPlace> {
  const parts = graph.inPlace(root);
  const value = holder[key];
  yield { ...at, parts, holder, key };
  if (typeof value !== 'object' || value === null) return;
  for (const inner of Object.keys(value)) {
    const path = `${at.path}/${escaped(inner)}`;
    const named = Array.isArray(value) ? [] : parts.flatMap((part) => fieldOf(part, inner));
    const many = named.length > 0 ? [] : parts.flatMap(Array.isArray(value) ? itemsOf : valuesOf);
    const place = `${at.place}/${named.length > 0 ? escaped(inner) : '*'}`;
    for (const part of [...named, ...many])
      yield* documentPlaces(graph, part, value as Record<string, unknown>, inner, { path, place });
  }
}

/** A key as a JSON pointer holds it. */
export function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
