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

const REGISTRY_ANSWERS = [
  'registry-catalog',
  'registry-error',
  'registry-manifest',
  'registry-manifest-list',
  'registry-manifest-v1',
  'registry-oci-index',
  'registry-oci-manifest',
  'registry-tags',
] as const;

/**
 * A schema by its name: an answer of the Remote API v1.23, as `network-inspect`, or of the registry API v2, as
 * `registry-tags`.
 */
export type SchemaName = (typeof ENGINE_ANSWERS)[number] | (typeof REGISTRY_ANSWERS)[number];

const NAMES: readonly SchemaName[] = [...ENGINE_ANSWERS, ...REGISTRY_ANSWERS].sort();

/** All names, in the order of the alphabet. */
export function schemaNames(): readonly SchemaName[] {
  return NAMES;
}

/** Where a schema lies, under the root of the package. */
export function schemaPath(name: SchemaName): string {
  const [folder, file] = name.startsWith('registry-')
    ? ['registry-v2', name.slice('registry-'.length)]
    : ['engine-v1.23', name];
  return `schemas/${folder}/${file}.schema.json`;
}

/** Files that schemas refer to and that judge no document by themselves, under the root of the package. */
export const SHARED_SCHEMAS: readonly string[] = [
  'schemas/engine-v1.23/common.schema.json',
  'schemas/registry-v2/common.schema.json',
];
