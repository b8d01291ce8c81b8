/** A schema with all that it refers to in one document, for tools that read one file and know no `$id`s. */
import { isSchema, type Schema, schemaDocument } from './documents';
import type { Part, SchemaGraph } from './graph';
import type { SchemaName } from './names';
import { originOf } from './origin';

/** The schema of that name, which can be used alone: each `$ref` in it names one of its own `$defs`. */
export function bundledSchema(name: SchemaName): Schema {
  const { graph, root } = originOf(name);
  return { $schema: schemaDocument(name).schema.$schema, $id: root.base, ...bundled(root, graph) };
}

/**
 * The part with what it refers to, directly or not, as its `$defs`: whole files under their name, `network-inspect`, and
 * definitions under theirs, `ipv4`; where two files have a definition of that name, `network-inspect.ipv4`. Without
 * `$schema` and `$id`.
 */
export function bundled(root: Part, graph: SchemaGraph): Schema {
  const keys = new Map<Schema, string>([[root.schema, '']]);
  const waiting: Part[] = [];
  const definitions: Record<string, unknown> = {};

  const keyOf = (reference: string, base: string): string => {
    const part = graph.resolve(reference, base);
    const known = keys.get(part.schema);
    if (known !== undefined) return known;
    const key = freeKey(new URL(reference, base), new Set(keys.values()));
    keys.set(part.schema, key);
    waiting.push(part);
    return key;
  };
  const inOneFile = (value: unknown, base: string): unknown => {
    if (Array.isArray(value)) return value.map((item) => inOneFile(item, base));
    if (!isSchema(value)) return value;
    const copy: Record<string, unknown> = {};
    for (const [keyword, part] of Object.entries(value)) {
      if (keyword === '$ref' && typeof part === 'string') copy.$ref = pointerTo(keyOf(part, base));
      else copy[keyword] = inOneFile(part, base);
    }
    return copy;
  };
  const withoutFrame = ({ schema, base }: Part): Schema => {
    const { $schema: _dialect, $id: _id, $defs: _definitions, ...rest } = schema;
    return inOneFile(rest, base) as Schema;
  };

  const schema = withoutFrame(root);
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    definitions[keys.get(part.schema) ?? ''] = withoutFrame(part);
  }
  const sorted = Object.entries(definitions).sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.length === 0 ? schema : { ...schema, $defs: Object.fromEntries(sorted) };
}

function pointerTo(key: string): string {
  return key === '' ? '#' : `#/$defs/${key}`;
}

function freeKey(target: URL, taken: ReadonlySet<string>): string {
  const file = /([^/]+?)(?:\.schema\.json)?$/.exec(target.pathname)?.[1] ?? '';
  const definition = /^#\/\$defs\/(.+)$/.exec(target.hash)?.[1];
  const key = definition ?? file;
  if (!taken.has(key)) return key;
  const longer = `${file}.${definition ?? 'schema'}`;
  if (taken.has(longer)) throw new Error(`no name is free for ${target.href}`);
  return longer;
}
