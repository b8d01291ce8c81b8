/** Places: paths in a document without what differs from one answer to the next, the indices of arrays and keys of maps. */
import { fieldOf, itemsOf, type Part, type SchemaGraph, valuesOf } from './graph';

/** Where a pointer leads in a schema. */
export interface Place {
  /** The pointer with `*` for an index of an array and for a key of a map. */
  readonly place: string;
  /** The parts of the schema that judge what is there; none for a field that the schema does not know. */
  readonly parts: readonly Part[];
}

/**
 * Follows a JSON pointer into a document along the schema of that document.
 *
 * @param root the whole schema
 * @param pointer as ajv gives it, as `/IPAM/Config/0/Subnet`
 */
export function placeOf(graph: SchemaGraph, root: Part, pointer: string): Place {
  let parts = graph.inPlace(root);
  let place = '';
  for (const escapedKey of pointer.split('/').slice(1)) {
    const key = escapedKey.replaceAll('~1', '/').replaceAll('~0', '~');
    const next = step(parts, key);
    place += next.isOneOfMany ? '/*' : `/${escapedKey}`;
    parts = next.parts.flatMap((part) => graph.inPlace(part));
  }
  return { place, parts };
}

function step(parts: readonly Part[], key: string): { readonly isOneOfMany: boolean; readonly parts: readonly Part[] } {
  const named = parts.flatMap((part) => fieldOf(part, key));
  if (named.length > 0) return { isOneOfMany: false, parts: named };
  const many = [...parts.flatMap(valuesOf), ...(/^[0-9]+$/.test(key) ? parts.flatMap(itemsOf) : [])];
  return { isOneOfMany: many.length > 0, parts: many };
}
