import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { packageRoot } from '../package-root';
import { isSchema, type Schema, schemaDocument, schemaDocuments } from './documents';
import { SHARED_SCHEMAS, schemaPath } from './names';
import { schemaNames } from './validator';

const documents = [...schemaDocuments()].map(([path, { schema }]) => [path, schema] as const);

/** Every schema inside a schema with its pointer, itself first; not what stands under other keywords, as examples. */
function schemasIn(schema: Schema, path = ''): readonly (readonly [path: string, schema: Schema])[] {
  const named = ['properties', '$defs'].flatMap((keyword) =>
    Object.entries(isSchema(schema[keyword]) ? schema[keyword] : {}).map(
      ([name, one]) => [`${path}/${keyword}/${name}`, one] as const,
    ),
  );
  const single = ['items', 'additionalProperties', 'propertyNames'].map(
    (keyword) => [`${path}/${keyword}`, schema[keyword]] as const,
  );
  const choices: readonly unknown[] = Array.isArray(schema.anyOf) ? schema.anyOf : [];
  const all = [...named, ...single, ...choices.map((one, index) => [`${path}/anyOf/${index}`, one] as const)];
  const inside = all.flatMap(([at, one]) => (isSchema(one) ? schemasIn(one, at) : []));
  return [[path, schema], ...inside];
}

function pathsWhere(schema: Schema, isFault: (schema: Schema, path: string) => boolean): readonly string[] {
  return schemasIn(schema)
    .filter(([path, one]) => isFault(one, path))
    .map(([path]) => path);
}

const describes = ({ description }: Schema) => typeof description === 'string' && /\S/.test(description);

describe('the schemas', () => {
  it('are all known by name, but for the shared parts and the request table', () => {
    const files = ['schemas/engine-v1.23', 'schemas/registry-v2'].flatMap((folder) =>
      readdirSync(join(packageRoot(), folder))
        .filter((file) => file.endsWith('.schema.json') && file !== 'requests.schema.json')
        .map((file) => `${folder}/${file}`),
    );
    expect([...schemaNames().map(schemaPath), ...SHARED_SCHEMAS].sort()).toEqual(files.sort());
  });

  it.each(documents)('%s is valid against the meta-schema', (_, schema) => {
    expect(new Ajv2020({ strict: true }).validateSchema(schema)).toBe(true);
  });

  it.each(documents)('%s refers to nothing but files beside it, by their name', (_, schema) => {
    const isFar = ({ $ref }: Schema) =>
      $ref !== undefined && !/^([a-z0-9-]+\.schema\.json)?(#\/\$defs\/\w+)?$/.test(String($ref));
    expect(pathsWhere(schema, isFar)).toEqual([]);
  });

  it.each(documents)('%s has a title and a description on itself, each definition and each object', (_, schema) => {
    const isTitled = ({ title }: Schema) => typeof title === 'string' && /^[A-Z][\w -]+$/.test(title);
    const isMute = (one: Schema, path: string) => {
      const needsTitle = path === '' || /\$defs\/\w+$/.test(path) || 'properties' in one;
      return needsTitle && !(isTitled(one) && describes(one));
    };
    expect(pathsWhere(schema, isMute)).toEqual([]);
  });

  it.each(documents)('%s describes every field', (_, schema) => {
    const isMute = (one: Schema, path: string) => /\/properties\/[^/]+$/.test(path) && !describes(one);
    expect(pathsWhere(schema, isMute)).toEqual([]);
  });

  it.each(documents)('%s lets unknown fields pass and says each format in words', (_, schema) => {
    const isClosed = (one: Schema) => one.additionalProperties === false || one.unevaluatedProperties === false;
    const isUnsaid = (one: Schema, path: string) =>
      ('pattern' in one || 'format' in one || 'anyOf' in one) && !describes(one) && !/\/(anyOf\/\d+|items)$/.test(path);
    expect(pathsWhere(schema, (one, path) => isClosed(one) || isUnsaid(one, path))).toEqual([]);
  });

  it.each(documents)('%s chooses between formats of a text and nothing else', (_, schema) => {
    const isOther = (one: Schema) =>
      Array.isArray(one.anyOf) &&
      (one.type !== 'string' ||
        !one.anyOf.every((branch) => /^(const|format|\$ref)$/.test(Object.keys(branch).join())));
    expect(pathsWhere(schema, isOther)).toEqual([]);
  });

  it('have a title each that no other has', () => {
    const titles = schemaNames().map((name) => schemaDocument(name).schema.title);
    expect(new Set(titles).size).toBe(titles.length);
  });
});
