import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { bundled, bundledSchema } from './bundle';
import { validDocuments } from './fixtures/documents';
import { SchemaGraph } from './graph';
import { type SchemaName, schemaErrors, schemaNames } from './validator';

/** A document that is faulty at its root and, where it has any, in each of its first-level values. */
const spoilt = (document: unknown): unknown =>
  typeof document === 'object' && document !== null && !Array.isArray(document)
    ? Object.fromEntries(Object.entries(document).map(([key, value]) => [key, { was: value }]))
    : { was: document };

function judgeAlone(name: SchemaName) {
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  addFormats(ajv);
  return ajv.compile(bundledSchema(name));
}

describe('a bundled schema', () => {
  it.each(schemaNames())('%s judges as the schema does, by itself', (name) => {
    const validate = judgeAlone(name);
    for (const document of validDocuments(name)) {
      expect([validate(document), validate.errors]).toEqual([true, null]);
      expect(validate(spoilt(document))).toBe(schemaErrors(name, spoilt(document)).length === 0);
    }
    expect(validate({})).toBe(schemaErrors(name, {}).length === 0);
  });

  it.each(schemaNames())('%s refers to its own definitions only, and has none to spare', (name) => {
    const text = JSON.stringify(bundledSchema(name));
    const used = [...text.matchAll(/"\$ref":"([^"]*)"/g)].map(([, reference]) => reference);
    const defined = Object.keys((bundledSchema(name).$defs ?? {}) as object).map((key) => `#/$defs/${key}`);
    expect([...new Set(used)].sort()).toEqual(defined.sort());
  });

  it('keeps definitions of one name apart, and a reference to itself', () => {
    const base = (file: string) => `https://example.invalid/${file}.schema.json`;
    const schemas = {
      a: { properties: { self: { $ref: '#' }, own: { $ref: '#/$defs/id' }, b: { $ref: 'b.schema.json' } } },
      b: { properties: { id: { $ref: '#/$defs/id' } } },
    };
    const graph = new SchemaGraph([
      { id: base('a'), schema: { ...schemas.a, $defs: { id: { type: 'string' } } } },
      { id: base('b'), schema: { $id: base('b'), ...schemas.b, $defs: { id: { type: 'integer' } } } },
    ]);
    expect(bundled(graph.root(base('a')), graph)).toEqual({
      properties: { self: { $ref: '#' }, own: { $ref: '#/$defs/id' }, b: { $ref: '#/$defs/b' } },
      $defs: {
        b: { properties: { id: { $ref: '#/$defs/b.id' } } },
        'b.id': { type: 'integer' },
        id: { type: 'string' },
      },
    });
  });
});
