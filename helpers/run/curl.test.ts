import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { runs } from '../fixtures/fuzz';
import type { Endpoint } from '../target/target';
import { curlLine } from './curl';

const UNIX: Endpoint = { kind: 'unix', socketPath: '/var/run/docker.sock' };

/** Runs the line in a POSIX shell in which curl prints each of its words, and ssh runs its words as a shell's line. */
function wordsThatCurlSees(line: string): string[] {
  const shell = `
curl() { for word do printf '%s\\0' "$word"; done; }
ssh() {
  while [ "$1" = -p ] || [ "$1" = -- ]; do [ "$1" = -p ] && shift; shift; done
  shift; eval "$*"
}
${line}`;
  return execFileSync('sh', ['-c', shell], { encoding: 'utf8' }).split('\0').slice(0, -1);
}

describe('the line that shows a call', () => {
  test.each<[string, Endpoint, string]>([
    ['a socket', UNIX, 'curl -sS --unix-socket /var/run/docker.sock http://localhost/v1.23/info'],
    ['plain TCP', { kind: 'tcp', host: 'engine', port: 2375 }, 'curl -sS http://engine:2375/v1.23/info'],
    ['IPv6', { kind: 'tcp', host: '2001:db8::1', port: 2375 }, "curl -sS 'http://[2001:db8::1]:2375/v1.23/info'"],
    [
      'TLS',
      {
        kind: 'tcp',
        host: 'engine',
        port: 2376,
        tls: { verify: true, ca: '/c a.pem', cert: '/cert.pem', key: '/key.pem' },
      },
      "curl -sS --cacert '/c a.pem' --cert /cert.pem --key /key.pem https://engine:2376/v1.23/info",
    ],
    [
      'TLS that is not checked',
      { kind: 'tcp', host: 'engine', port: 2376, tls: { verify: false } },
      'curl -sS --insecure https://engine:2376/v1.23/info',
    ],
    [
      'ssh',
      { kind: 'ssh', destination: 'admin@engine', port: 2222 },
      "ssh -p 2222 admin@engine 'curl -sS --unix-socket /var/run/docker.sock http://localhost/v1.23/info'",
    ],
  ])('over %s', (_what, endpoint, expected) => {
    expect(curlLine(endpoint, { method: 'GET', path: '/v1.23/info' })).toBe(expected);
  });

  test('names the method where it is not GET, and the body as it was sent', () => {
    expect(curlLine(UNIX, { method: 'DELETE', path: '/v1.23/volumes/v' })).toContain(' -X DELETE ');
    expect(curlLine(UNIX, { method: 'POST', path: '/v1.23/volumes/create', request: { Name: "it's" } })).toBe(
      `curl -sS --unix-socket /var/run/docker.sock -X POST -H 'Content-Type: application/json' -d '{"Name":"it'\\''s"}' http://localhost/v1.23/volumes/create`,
    );
  });

  test.each<[string, Endpoint]>([
    ['a socket', UNIX],
    ['ssh', { kind: 'ssh', destination: 'engine' }],
  ])('gives curl exactly its words, whatever is in them: over %s', (_what, endpoint) => {
    const nasty = fc.constantFrom(
      "'",
      '"',
      '$(id)',
      '`id`',
      '\\',
      '\n',
      ' ',
      '*',
      '~',
      '!',
      '&',
      ';',
      '#',
      '\t',
      'ü',
      '-x',
    );
    const text = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.array(nasty, { maxLength: 6 }).map((parts) => parts.join('')),
    );
    const withoutNul = text.map((each) => each.replaceAll('\0', ''));
    fc.assert(
      fc.property(withoutNul, fc.dictionary(withoutNul, withoutNul, { maxKeys: 2 }), (path, request) => {
        const line = curlLine(endpoint, { method: 'PUT', path: `/v1.23/${path}`, request });
        const socket = '/var/run/docker.sock';
        expect(wordsThatCurlSees(line)).toEqual([
          ...['-sS', '--unix-socket', socket, '-X', 'PUT', '-H', 'Content-Type: application/json', '-d'],
          JSON.stringify(request),
          `http://localhost/v1.23/${path}`,
        ]);
      }),
      runs(25),
    );
  });
});
