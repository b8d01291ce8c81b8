import fc from 'fast-check';
import { jsonFault } from './json-fault';

describe('the place at which a text stops being JSON', () => {
  it.each([
    ['', 1, 1, 'unexpected end'],
    ['{"a": 1,\n "b": }', 2, 7, 'unexpected }'],
    ['{"a": 1', 1, 8, 'unexpected end'],
    ['{"a" 1}', 1, 6, 'unexpected 1'],
    ['{"a": 1,}', 1, 9, 'unexpected }'],
    ['[1, 2,]', 1, 7, 'unexpected ]'],
    ['[1 2]', 1, 4, 'unexpected 2'],
    ['{a: 1}', 1, 2, 'unexpected a'],
    ['"abc', 1, 5, 'unexpected end'],
    ['"a\nb"', 1, 3, 'unexpected \\n'],
    ['"a\\x"', 1, 3, 'unexpected \\'],
    ['nul', 1, 1, 'unexpected n'],
    ['{} {}', 1, 4, 'unexpected {'],
    ['[}', 1, 2, 'unexpected }'],
    [']', 1, 1, 'unexpected ]'],
    ['\ufeff{}', 1, 1, 'unexpected \\ufeff'],
    ['01', 1, 2, 'unexpected 1'],
    ['{"a":"\u202e', 1, 8, 'unexpected end'],
  ])('of %j is line %d, column %d: %s', (text, line, column, what) => {
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
    expect(jsonFault(text)).toEqual({ line, column, what });
  });

  it('is never behind what breaks it', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), (text, where) => {
        const cut = where % text.length;
        const { line, column } = jsonFault(`${text.slice(0, cut)}\u0001${text.slice(cut)}`);
        expect(line).toBe(1);
        expect(column - 1).toBeLessThanOrEqual(cut);
      }),
    );
  });

  it('is the end of what only stops too early', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { minLength: 1 }), (value) => {
        const text = JSON.stringify(value).slice(0, -1);
        expect(jsonFault(text)).toEqual({ line: 1, column: text.length + 1, what: 'unexpected end' });
      }),
    );
  });

  it('is found in a text that nests deeper than the stack, and in a very long string', () => {
    expect(jsonFault('['.repeat(1_000_000)).column).toBe(1_000_001);
    expect(jsonFault(`"${'x'.repeat(10_000_000)}`).what).toBe('unexpected end');
  });
});
