/** The schemas that documents are judged by, by name. */

const ENGINE_ANSWERS = [
  'container-create',
  'container-inspect',
  'container-list',
  'container-wait',
  'error',
  'event',
  'exec-create',
  'exec-inspect',
  'image-inspect',
  'image-list',
  'info',
  'network-create',
  'network-inspect',
  'network-list',
  'version',
  'volume-create',
  'volume-inspect',
  'volume-list',
] as const;

/** A schema by its name, as `network-inspect`: an answer of the Remote API v1.23. */
export type SchemaName = (typeof ENGINE_ANSWERS)[number];

/** All names, in the order of the alphabet. */
export function schemaNames(): readonly SchemaName[] {
  return ENGINE_ANSWERS;
}

/** Where a schema lies, under the root of the package. */
export function schemaPath(name: SchemaName): string {
  return `schemas/engine-v1.23/${name}.schema.json`;
}

/** Files that schemas refer to and that judge no document by themselves, under the root of the package. */
export const SHARED_SCHEMAS: readonly string[] = ['schemas/engine-v1.23/common.schema.json'];
