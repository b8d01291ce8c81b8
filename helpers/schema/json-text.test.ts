import { UsageError } from '../usage-error';
import { decodeText, parseJson, parseLines, VALUES_LIMIT } from './json-text';

const decode = (...bytes: (number | string)[]) =>
  decodeText(
    Buffer.concat(bytes.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.of(part)))),
    'it',
  );

describe('bytes', () => {
  it('are text in UTF-8, with a byte order mark or without', () => {
    expect(decode('{"a": "\u20ac"}')).toBe('{"a": "\u20ac"}');
    expect(decode('\ufeff{}')).toBe('{}');
    expect(decode('{"a": "\ufffd\ufeff"}')).toBe('{"a": "\ufffd\ufeff"}');
  });

  it.each([
    ['nothing', [], 'it is empty'],
    ['white space', ['\ufeff \r\n\t'], 'it is blank'],
    ['UTF-16, little end first', [0xff, 0xfe, '{'], 'it is UTF-16, not UTF-8'],
    ['UTF-16, big end first', [0xfe, 0xff, 0, '{'], 'it is UTF-16, not UTF-8'],
    ['a byte 0', ['{"a":', 0, '}'], 'it is binary, not text: byte 5 is 0'],
    ['a byte of no character', ['\u20ac\n\n', 0xff, '\n'], 'it is not UTF-8: byte 0xff at line 3'],
    ['half a character', ['{}\n', 0xe2, 0x82], 'it is not UTF-8: byte 0xe2 at line 2'],
    ['a character for the one that stands for faults', ['\ufffd', 0xc0], 'it is not UTF-8: byte 0xc0 at line 1'],
  ])('with %s are refused', (_what, bytes, message) => {
    expect(() => decode(...bytes)).toThrow(new UsageError(message));
  });
});

describe('a text', () => {
  it.each([
    ['one document on several lines', '{\n"a": 1\n}\n', [{ a: 1 }]],
    ['one document on one line', ' {"a": 1}\r\n', [{ a: 1 }]],
    ['an array', '[1,\n2]', [[1, 2]]],
    ['a document a line', '{"a": 1}\r\n\n{"b": 2}\n', [{ a: 1 }, { b: 2 }]],
    ['something else on a later line', '{"a": 1}\n[2]\n3\n', [{ a: 1 }, [2], 3]],
  ])('is %s', (_what, text, documents) => {
    expect(parseLines(text, 'it')).toEqual(documents);
  });

  it.each([
    ['of a document on several lines', '{"a": 1,\n "b": }', 'unexpected } at line 2, column 7'],
    ['of the third of four lines', '{"a": 1}\n\n{"b" 2}\n{"c": 3}', 'unexpected 2 at line 3, column 6'],
    ['of a line that stops', '{"a": 1}\n{"b"', 'unexpected end at line 2, column 5'],
    ['between two documents of several lines', '{\n"a": 1}\n{\n"b": 2}', 'unexpected { at line 3, column 1'],
    ['of a first line that looks like an object', '{"a" 1}\n{"b": 2}', 'unexpected 1 at line 1, column 6'],
  ])('is refused with the place %s', (_what, text, place) => {
    expect(() => parseLines(text, 'it')).toThrow(`it is not JSON: ${place}`);
  });

  it('may nest deeper than the stack', () => {
    expect(Array.isArray(parseJson('['.repeat(100_000) + ']'.repeat(100_000), 'it'))).toBe(true);
  });

  it('may hold as many values as the limit says, and no more; what stands in texts is none', () => {
    const holding = (values: number) => `[${'0,'.repeat(values - 2)}0]`;
    expect(parseJson(holding(VALUES_LIMIT), 'it')).toHaveLength(VALUES_LIMIT - 1);
    const message = `it holds over ${VALUES_LIMIT} values`;
    expect(() => parseJson(holding(VALUES_LIMIT + 1), 'it')).toThrow(new UsageError(message));
    expect(() => parseLines(`{}\n${holding(VALUES_LIMIT + 1)}`, 'it')).toThrow(new UsageError(message));
    expect(parseJson(`"\\"${',[{'.repeat(VALUES_LIMIT)}"`, 'it')).toHaveLength(3 * VALUES_LIMIT + 1);
  });
});
