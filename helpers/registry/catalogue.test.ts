import { inOrderOfParts, repositoriesIn } from './catalogue';

test('repositories are sorted by their parts: a slash comes before everything else', () => {
  expect(inOrderOfParts(['b', 'a-b', 'a/b', 'a', 'a/b/c', 'a.b'])).toEqual(['a', 'a/b', 'a/b/c', 'a-b', 'a.b', 'b']);
  expect(inOrderOfParts(['a', 'a'])).toEqual(['a', 'a']);
});

test('a page holds the names in its list', () => {
  expect(repositoriesIn({ json: { repositories: ['a', 'b/c'] } })).toEqual(['a', 'b/c']);
});

test.each([[undefined], [null], [[]], [{}], [{ repositories: null }], [{ repositories: 'a' }]])(
  '%j holds none',
  (json) => {
    expect(repositoriesIn({ json })).toEqual([]);
  },
);
