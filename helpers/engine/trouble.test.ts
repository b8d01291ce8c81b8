import { runInNewContext } from 'node:vm';
import { EngineTrouble, isEngineTrouble, messageOf } from './trouble';

describe('trouble with an engine', () => {
  test('is known also where it comes from another realm, and nothing else is taken for it', () => {
    expect(isEngineTrouble(new EngineTrouble('timeout', 'too slow'))).toBe(true);
    expect(isEngineTrouble(runInNewContext('Object.assign(new Error("x"), { name: "EngineTrouble" })'))).toBe(true);
    for (const other of [new Error('EngineTrouble'), 'EngineTrouble', null, undefined, { name: 'Error' }]) {
      expect(isEngineTrouble(other)).toBe(false);
    }
  });

  test('keeps what caused it', () => {
    const cause = new Error('ECONNRESET');
    expect(new EngineTrouble('unreachable', 'gone', { cause })).toMatchObject({ kind: 'unreachable', cause });
  });
});

test.each<[unknown, string]>([
  [new TypeError('not a function'), 'not a function'],
  [runInNewContext('new Error("from elsewhere")'), 'from elsewhere'],
  [{ message: 7 }, '7'],
  ['a text', 'a text'],
  [undefined, 'undefined'],
  [null, 'null'],
])('whatever is thrown has a message: %p', (thrown, expected) => {
  expect(messageOf(thrown)).toBe(expected);
});
