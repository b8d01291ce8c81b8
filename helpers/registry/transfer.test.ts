import { partsOf } from './transfer';

test.each([
  ['10.0.0.7:5000/a/b:tag', '10.0.0.7:5000/a/b', 'tag'],
  ['a:1', 'a', '1'],
])('%s has a name and a tag', (reference, name, tag) => {
  expect(partsOf(reference)).toEqual({ name, tag });
});

test('a port is no tag', () => {
  expect(() => partsOf('10.0.0.7:5000/a/b')).toThrow(TypeError);
});
