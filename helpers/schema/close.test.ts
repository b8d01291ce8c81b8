import { STRICT_SUFFIX } from './close';
import type { Schema } from './documents';
import { knowing } from './forms';

const ROOT = 'https://schemas.invalid/root.json';
const PARTS = 'https://schemas.invalid/parts.json';

const parts: Schema = {
  $id: PARTS,
  $defs: {
    named: { type: 'object', required: ['name'], properties: { name: { type: 'string' } } },
    perhapsNamed: { type: ['object', 'null'], properties: { name: { type: 'string' } } },
  },
};

/** The unknown fields that the strict form of a schema finds, as pointers, and other errors as keywords. */
function faults(schema: Schema, document: unknown): readonly string[] {
  const documents = [
    { id: ROOT, schema: { $id: ROOT, ...schema } },
    { id: PARTS, schema: parts },
  ];
  const validate = knowing(documents, 'all').getSchema(`${ROOT}${STRICT_SUFFIX}`);
  if (validate === undefined || validate(document)) return [];
  const said = (validate.errors ?? []).map(({ instancePath, keyword, params }) =>
    keyword === 'additionalProperties' ? `${instancePath}/${params.additionalProperty}` : `${instancePath} ${keyword}`,
  );
  return [...new Set(said)].sort();
}

const named = { $ref: 'parts.json#/$defs/named' };

describe('the strict form of a schema', () => {
  it('refuses an unknown field of the document itself and at every depth', () => {
    const schema = {
      type: 'object',
      properties: {
        one: named,
        list: { type: 'array', items: named },
        map: { type: 'object', additionalProperties: named },
      },
    };
    const document = { one: { name: 'a', x: 1 }, list: [{ name: 'b', x: 1 }], map: { k: { name: 'c', x: 1 } }, x: 1 };
    expect(faults(schema, document)).toEqual(['/list/0/x', '/map/k/x', '/one/x', '/x']);
  });

  it('knows all fields where a reference and what stands beside it enumerate them together', () => {
    const schema = { type: 'object', ...named, properties: { size: { type: 'integer' } } };
    expect(faults(schema, { name: 'a', size: 1 })).toEqual([]);
    expect(faults(schema, { name: 'a', size: 1, x: 1 })).toEqual(['/x']);
  });

  it('knows all fields of allOf', () => {
    const schema = { allOf: [named, { type: 'object', properties: { size: { type: 'integer' } } }] };
    expect(faults(schema, { name: 'a', size: 1, x: 1 })).toEqual(['/x']);
  });

  it('calls no field unknown because another one is faulty', () => {
    expect(faults(named, { name: 7, x: 1 })).toEqual(['/name type', '/x']);
    expect(faults(named, { x: 1 })).toEqual([' required', '/x']);
  });

  it('leaves maps open, and objects of which nothing is said', () => {
    const schema = {
      type: 'object',
      properties: { map: { type: 'object', additionalProperties: { type: 'string' } }, any: { type: 'object' } },
    };
    expect(faults(schema, { map: { a: 'b' }, any: { a: { b: 1 } } })).toEqual([]);
  });

  it('closes an object that has no field at all', () => {
    expect(faults({ type: 'object', properties: {} }, { x: 1 })).toEqual(['/x']);
  });

  it('takes null where the part may be null, and does not where the place may not', () => {
    const schema = (type: unknown) => ({
      type: 'object',
      properties: { one: { ...(type === undefined ? {} : { type }), $ref: 'parts.json#/$defs/perhapsNamed' } },
    });
    expect(faults(schema(undefined), { one: null })).toEqual([]);
    expect(faults(schema('object'), { one: null })).toEqual(['/one type']);
  });
});
