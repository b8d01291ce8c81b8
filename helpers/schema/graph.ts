/** Walks schemas through their references: which parts judge a place of a document, and which judge what lies in it. */
import { isSchema, type Schema, type SchemaDocument } from './documents';

/** A part of a schema and the identifier of the file in which it stands, to which its references are relative. */
export interface Part {
  readonly schema: Schema;
  readonly base: string;
}

export class SchemaGraph {
  readonly #byId: ReadonlyMap<string, Schema>;

  constructor(documents: Iterable<SchemaDocument>) {
    const byId = new Map<string, Schema>();
    for (const { id, schema } of documents) {
      if (byId.has(id)) throw new Error(`two schemas have the $id ${id}`);
      byId.set(id, schema);
    }
    this.#byId = byId;
  }

  /** The whole file with this identifier. */
  root(id: string): Part {
    const schema = this.#byId.get(id);
    if (schema === undefined) throw new Error(`no schema has the $id ${id}`);
    return { schema, base: id };
  }

  /** What `$ref` names: a whole file, or one of a file's `$defs`. Nothing else may be referred to. */
  resolve(reference: string, base: string): Part {
    const target = new URL(reference, base);
    const pointer = target.hash;
    target.hash = '';
    const root = this.root(target.href);
    if (pointer === '' || pointer === '#') return root;
    const name = /^#\/\$defs\/([^/~%]+)$/.exec(pointer)?.[1];
    const definitions = root.schema.$defs;
    const schema = name !== undefined && isSchema(definitions) ? definitions[name] : undefined;
    if (!isSchema(schema)) throw new Error(`${reference} in ${base} names no file and none of $defs`);
    return { schema, base: root.base };
  }

  /**
   * The part and all others that must hold at the same place: what it refers to, and what `allOf` names. The branches of
   * a choice (`anyOf`) are not among them: in these schemas they choose between formats of a text and nothing else.
   */
  inPlace(part: Part): readonly Part[] {
    const found: Part[] = [];
    const waiting: Part[] = [part];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const { schema, base } = next;
      if (found.some((known) => known.schema === schema)) continue;
      found.push(next);
      if (typeof schema.$ref === 'string') waiting.push(this.resolve(schema.$ref, base));
      const all: readonly unknown[] = Array.isArray(schema.allOf) ? schema.allOf : [];
      for (const one of all) if (isSchema(one)) waiting.push({ schema: one, base });
    }
    return found;
  }
}

/** The schema that a part gives the field of that name; none where it does not enumerate the field. */
export function fieldOf({ schema, base }: Part, name: string): readonly Part[] {
  if (!isSchema(schema.properties) || !Object.hasOwn(schema.properties, name)) return [];
  const field = schema.properties[name];
  return isSchema(field) ? [{ schema: field, base }] : [];
}

/** The schema of a map's values, whatever their key. */
export function valuesOf({ schema, base }: Part): readonly Part[] {
  const patterned = isSchema(schema.patternProperties) ? Object.values(schema.patternProperties) : [];
  return [schema.additionalProperties, ...patterned].filter(isSchema).map((value) => ({ schema: value, base }));
}

/** The schema of an array's items. */
export function itemsOf({ schema, base }: Part): readonly Part[] {
  const tuple: readonly unknown[] = Array.isArray(schema.prefixItems) ? schema.prefixItems : [];
  return [schema.items, ...tuple].filter(isSchema).map((item) => ({ schema: item, base }));
}

/** Does one of the parts enumerate fields, and none let others in by a rule for them? */
export function isEnumerated(parts: readonly Part[]): boolean {
  const isOpen = ({ schema }: Part) =>
    'additionalProperties' in schema || 'patternProperties' in schema || 'unevaluatedProperties' in schema;
  return parts.some(({ schema }) => isSchema(schema.properties)) && !parts.some(isOpen);
}

/** The types that all of the parts allow; undefined where none names a type. */
export function typesOf(parts: readonly Part[]): readonly string[] | undefined {
  let common: readonly string[] | undefined;
  for (const { schema } of parts) {
    if (schema.type === undefined) continue;
    const types = (Array.isArray(schema.type) ? schema.type : [schema.type]).map(String);
    common = common === undefined ? types : common.filter((type) => types.includes(type));
  }
  return common;
}
