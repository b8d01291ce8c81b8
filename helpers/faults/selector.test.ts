import { meantBy, type Selector } from './selector';

test.each<[Selector, string, string, boolean]>([
  ['GET /networks', 'GET', '/networks', true],
  ['GET /networks', 'GET', '/networks/abc', false],
  ['GET /networks', 'POST', '/networks', false],
  ['GET /networks/*', 'GET', '/networks/abc', true],
  ['GET /networks/*', 'GET', '/networks/', false],
  ['GET /networks/*', 'GET', '/networks', false],
  ['POST /networks/*/connect', 'POST', '/networks/abc/connect', true],
  ['POST /networks/*/connect', 'POST', '/networks/abc/disconnect', false],
  ['POST /networks/*/connect', 'POST', '/networks/a/b/connect', false],
  [/^DELETE .(containers|networks)/, 'DELETE', '/networks/abc', true],
  [/^DELETE .(containers|networks)/, 'DELETE', '/volumes/abc', false],
])('%s means %s %s: %s', (selector, method, path, expected) => {
  expect(meantBy(selector)(method, path)).toBe(expected);
});
