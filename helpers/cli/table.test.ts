import { asTable, showAge } from './table';

test('columns are as wide as what is in them, and lines have no tail', () => {
  expect(
    asTable([
      ['a', 'bbb', ''],
      ['aaa', 'b', 'c'],
    ]),
  ).toEqual(['a    bbb', 'aaa  b    c']);
  expect(asTable([])).toEqual([]);
});

test.each([
  [0, '0 s'],
  [59, '59 s'],
  [60, '1 min'],
  [3_599, '59 min'],
  [3_600, '1 h'],
  [172_799, '47 h'],
  [172_800, '2 days'],
])('an age of %i seconds is %s', (seconds, shown) => {
  expect(showAge(seconds)).toBe(shown);
});
