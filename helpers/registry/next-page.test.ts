import { nextPage } from './next-page';

const page = (link?: string) =>
  nextPage({ path: '/v2/_catalog?n=1', headers: link === undefined ? {} : { link } }, '/v2/_catalog');

test.each([
  ['</v2/_catalog?last=a%2Fb&n=1>; rel="next"', '/v2/_catalog?last=a%2Fb&n=1'],
  ['<?last=b>; rel=next', '/v2/_catalog?last=b'],
  ['<http://elsewhere.example/v2/_catalog?last=b>; rel="next"', '/v2/_catalog?last=b'],
  ['</x>; rel="prev", </v2/_catalog?last=c>; rel="next"', '/v2/_catalog?last=c'],
])('%s leads to the next page, at the same registry', (link, path) => {
  expect(page(link)).toBe(path);
});

test('without a link to a next one it is the last page', () => {
  expect(page()).toBeUndefined();
  expect(page('</v2/_catalog>; rel="prev"')).toBeUndefined();
});

test.each(['</v2/a/manifests/b>; rel="next"', '<http://[>; rel="next"'])('%s is not followed', (link) => {
  expect(() => page(link)).toThrow(/names .* as its next page/);
});
