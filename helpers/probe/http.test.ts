import fc from 'fast-check';
import { httpGet, parseHttpGet } from './http';

test('The command has a limit in seconds and asks no proxy.', () => {
  const expected = 'timeout 2 wget -q -Y off -O - http://172.20.0.3:8080/name'.split(' ');
  expect(httpGet('172.20.0.3', 8080, '/name', 2)).toEqual(expected);
});

test('An IPv6 address stands in brackets.', () => {
  expect(httpGet('fd00::2', 8080, '/name', 2).at(-1)).toBe('http://[fd00::2]:8080/name');
});

test.each([
  ['a page', 0, '', 'answered', 200],
  ['a missing page', 1, 'wget: server returned error: HTTP/1.1 404 Not Found\n', 'answered', 404],
  ['a missing page of BusyBox 1.30', 1, 'wget: server returned error: HTTP/1.0 404 Not Found\n', 'answered', 404],
  ['a closed port', 1, "wget: can't connect to remote host (172.20.0.3): Connection refused\n", 'refused', undefined],
  ['no way there', 1, "wget: can't connect to remote host (172.20.0.3): Network is unreachable\n", 'silent', undefined],
  ['silence', 143, '', 'silent', undefined],
  ['a crash', 139, 'Segmentation fault\n', 'unknown', undefined],
  ['no exit code', null, '', 'unknown', undefined],
])('The end by %s is told apart.', (_name, exitCode, stderr, outcome, status) => {
  const result = parseHttpGet({ exitCode, stdout: 'body', stderr });
  expect(result).toEqual(status === undefined ? { outcome, body: 'body' } : { outcome, status, body: 'body' });
});

test('Any output is read without an exception.', () => {
  const output = fc.record({ exitCode: fc.option(fc.integer()), stdout: fc.string(), stderr: fc.string() });
  fc.assert(fc.property(output, (ended) => expect(parseHttpGet(ended).body).toBe(ended.stdout)));
});
