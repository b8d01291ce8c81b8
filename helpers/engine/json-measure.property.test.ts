import fc from 'fast-check';
import { anyJson, anyText } from '../fixtures/arbitrary';
import type { Json } from './answer';
import { fieldsIn, measureJson } from './json-measure';
import { ANSWER_LIMIT_LEVELS } from './limits';
import { parseJson } from './response';
import { isEngineTrouble } from './trouble';

const KEYS = ['Id', 'Names', '__proto__', '"', '\\', 'a:b', '{', '[', ','];

function valuesIn(value: Json): number {
  return typeof value === 'object' && value !== null
    ? Object.values(value).reduce((sum: number, child) => sum + valuesIn(child as Json), 1)
    : 1;
}

function levelsIn(value: Json): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map((child) => levelsIn(child as Json)));
}

describe('JSON is measured before it is parsed', () => {
  test('by its fields and levels, and by no fewer values than it has', () => {
    fc.assert(
      fc.property(anyJson(KEYS), fc.constantFrom(undefined, 1), (value, indent) => {
        const { values, fields, levels } = measureJson(JSON.stringify(value, null, indent));
        expect({ fields, levels }).toEqual({ fields: fieldsIn(value), levels: levelsIn(value) });
        expect(values).toBeGreaterThanOrEqual(valuesIn(value));
      }),
    );
  });

  test('by more fields than it has where one is named twice', () => {
    fc.assert(
      fc.property(anyText(KEYS, 3), anyJson(KEYS), anyJson(KEYS), (key, one, other) => {
        const text = `{"a":[{${JSON.stringify(key)}:${JSON.stringify(one)},${JSON.stringify(key)}:${JSON.stringify(other)}}]}`;
        expect(measureJson(text).fields).toBeGreaterThan(fieldsIn(JSON.parse(text)));
      }),
    );
  });

  test('without an exception where it is none', () => {
    fc.assert(fc.property(anyText(['"', '{', '}', '[', ']', ':', ',']), (text) => void measureJson(text)));
  });
});

test('any bytes of an answer are the JSON that they are, or none, or trouble of the engine', () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 40 }).map((array) => Buffer.from(array)),
    anyJson(KEYS).map((value) => Buffer.from(JSON.stringify(value))),
    anyText(['"', '{', '}', '[', ']', ':', ',', '1', 'null', '"Id"'], 16).map((text) => Buffer.from(text)),
  );
  fc.assert(
    fc.property(bytes, (given) => {
      const text = given.toString('utf8');
      try {
        const value = parseJson(given, text);
        if (value !== undefined) expect(value).toEqual(JSON.parse(text));
      } catch (error) {
        if (!isEngineTrouble(error)) throw error;
      }
    }),
  );
});

test('a document of as many levels as are allowed is read, and one of one more is trouble', () => {
  const nested = (levels: number) => Buffer.from('['.repeat(levels) + ']'.repeat(levels));
  const read = (levels: number) => parseJson(nested(levels), nested(levels).toString());
  expect(read(ANSWER_LIMIT_LEVELS)).toBeDefined();
  expect(() => read(ANSWER_LIMIT_LEVELS + 1)).toThrow('levels deep');
});
