import { fieldOf, SchemaGraph, typesOf } from './graph';

const LIST = 'https://schemas.invalid/a/list.json';
const PARTS = 'https://schemas.invalid/a/parts.json';

const graph = new SchemaGraph([
  { id: LIST, schema: { type: 'array', items: { $ref: 'parts.json#/$defs/item' } } },
  {
    id: PARTS,
    schema: {
      $defs: {
        item: { $ref: '#/$defs/named', type: 'object', properties: { size: { type: 'integer' } } },
        named: { type: ['object', 'null'], properties: { name: { type: 'string' } } },
        both: { allOf: [{ $ref: '#/$defs/named' }, { properties: { age: {} } }], anyOf: [{ properties: { no: {} } }] },
        circle: { $ref: '#/$defs/circle' },
      },
    },
  },
]);

describe('SchemaGraph', () => {
  it('resolves a file and a definition relative to the file that refers to it', () => {
    expect(graph.resolve('list.json', PARTS)).toEqual(graph.root(LIST));
    expect(graph.resolve('parts.json#/$defs/named', LIST).base).toBe(PARTS);
    expect(graph.resolve('#/$defs/named', PARTS)).toEqual(graph.resolve('parts.json#/$defs/named', LIST));
  });

  it.each(['other.json', '#/$defs/none', '#/$defs/item/properties/size', '#/items', 'parts.json#named'])(
    'refuses to resolve %s',
    (reference) => {
      expect(() => graph.resolve(reference, PARTS)).toThrow(/no schema has the \$id|names no file and none of \$defs/);
    },
  );

  it('refuses two schemas with one $id', () => {
    const twice = [graph.root(LIST), graph.root(PARTS)].map(({ schema }) => ({ id: LIST, schema }));
    expect(() => new SchemaGraph(twice)).toThrow(`two schemas have the $id ${LIST}`);
  });

  it('finds what judges a place: references with keywords beside them and allOf, not the branches of a choice', () => {
    const fields = (name: string, field: string) =>
      graph.inPlace(graph.resolve(`#/$defs/${name}`, PARTS)).flatMap((part) => fieldOf(part, field)).length;
    expect([fields('item', 'size'), fields('item', 'name'), fields('item', 'age')]).toEqual([1, 1, 0]);
    expect([fields('both', 'age'), fields('both', 'name'), fields('both', 'no')]).toEqual([1, 1, 0]);
  });

  it('ends where a schema refers to itself', () => {
    expect(graph.inPlace(graph.resolve('#/$defs/circle', PARTS))).toHaveLength(1);
  });
});

describe('typesOf', () => {
  it('is what all of the parts allow', () => {
    expect(typesOf(graph.inPlace(graph.resolve('#/$defs/item', PARTS)))).toEqual(['object']);
    expect(typesOf(graph.inPlace(graph.resolve('#/$defs/named', PARTS)))).toEqual(['object', 'null']);
    expect(typesOf([])).toBeUndefined();
  });
});

describe('fieldOf', () => {
  it('does not take what every object has for a field', () => {
    expect(fieldOf(graph.resolve('#/$defs/named', PARTS), 'constructor')).toEqual([]);
  });
});
