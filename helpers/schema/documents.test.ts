import { parsed, schemaDocument, schemaDocuments } from './documents';
import { knowing } from './forms';
import { schemaNames } from './validator';

const PATH = 'schemas/engine-v1.23/thing.schema.json';
const ID = `https://engine-conformance.invalid/${PATH}`;
const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

describe('a schema file', () => {
  it.each([
    ['no JSON', '{', /JSON/],
    ['no object', '[]', /is no object/],
    ['without $schema', JSON.stringify({ $id: ID }), /must have the \$schema/],
    ['of an older $schema', JSON.stringify({ $schema: 'http://json-schema.org/draft-07/schema#', $id: ID }), /2020-12/],
    ['without $id', JSON.stringify({ $schema: DIALECT }), /must have the \$id/],
    [
      'with the $id of another',
      JSON.stringify({ $schema: DIALECT, $id: ID.replace('thing', 'info') }),
      /thing\.schema/,
    ],
  ])('is refused: %s', (_, text, message) => {
    expect(() => parsed(PATH, text)).toThrow(message);
  });

  it('is taken with its own', () => {
    const schema = { $schema: DIALECT, $id: ID, type: 'object' };
    expect(parsed(PATH, JSON.stringify(schema))).toEqual({ id: ID, schema });
  });

  it.each([
    ['an unknown keyword', { type: 'object', requires: ['a'] }, /unknown keyword: "requires"/],
    ['an unknown format', { type: 'string', format: 'cidr' }, /unknown format "cidr"/],
    ['a keyword without its type', { minItems: 1 }, /missing type "array"/],
    ['a reference that leads nowhere', { $ref: 'none.schema.json' }, /none\.schema\.json/],
    ['a pattern that is none', { type: 'string', pattern: '(' }, /[Rr]egular expression/],
  ])('is refused when it is compiled: %s', (_, schema, message) => {
    const document = { id: ID, schema: { $schema: DIALECT, $id: ID, ...schema } };
    expect(() => knowing([document], 'first').getSchema(ID)).toThrow(message);
  });
});

describe('the schema files', () => {
  it('are each found by name, and have all different identifiers', () => {
    const found = schemaNames().map((name) => schemaDocument(name).id);
    const all = [...schemaDocuments().values()].map(({ id }) => id);
    expect(new Set(all).size).toBe(all.length);
    expect(found.every((id) => all.includes(id))).toBe(true);
  });
});
