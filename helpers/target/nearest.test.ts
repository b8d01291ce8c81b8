import { nearest } from './nearest';

test.each([
  ['endpont', 'endpoint'],
  ['Endpoint', 'endpoint'],
  ['tl', 'tls'],
  ['apiVerison', 'apiVersion'],
  ['hosts', undefined],
  ['', undefined],
  ['x'.repeat(100_000), undefined],
])('%#: the nearest to a slip of the hand is the word that was meant', (word, meant) => {
  expect(nearest(word, ['endpoint', 'tls', 'apiVersion'])).toBe(meant);
});
