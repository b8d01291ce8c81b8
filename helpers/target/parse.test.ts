import fc from 'fast-check';
import { runs } from '../fixtures/fuzz';
import { refusalOf } from '../fixtures/refusal';
import { UsageError } from '../usage-error';
import { endpointUrl } from './endpoint-url';
import { parseEndpoint, parseTarget } from './parse';
import type { Endpoint } from './target';

const refusal = (text: string) => refusalOf(() => parseTarget(text, 'test'));

describe('a target that is accepted', () => {
  test.each<[string, Endpoint]>([
    ['unix:///var/run/docker.sock', { kind: 'unix', socketPath: '/var/run/docker.sock' }],
    ['unix:///run/my engine/docker.sock', { kind: 'unix', socketPath: '/run/my engine/docker.sock' }],
    ['unix:///run/../run//docker.sock', { kind: 'unix', socketPath: '/run/docker.sock' }],
    ['tcp://192.0.2.7:4243', { kind: 'tcp', host: '192.0.2.7', port: 4243 }],
    ['tcp://Engine.example', { kind: 'tcp', host: 'engine.example', port: 2375 }],
    ['tcp://[2001:db8::1]', { kind: 'tcp', host: '2001:db8::1', port: 2375 }],
    ['tcp://[2001:db8::1]:4243', { kind: 'tcp', host: '2001:db8::1', port: 4243 }],
    ['http://engine', { kind: 'tcp', host: 'engine', port: 2375 }],
    ['https://engine', { kind: 'tcp', host: 'engine', port: 2376, tls: { verify: true } }],
    ['https://engine:443', { kind: 'tcp', host: 'engine', port: 443, tls: { verify: true } }],
    ['ssh://engine', { kind: 'ssh', destination: 'engine' }],
    ['ssh://Admin@Engine.example:2222', { kind: 'ssh', destination: 'Admin@Engine.example', port: 2222 }],
    ['ssh://admin@[2001:db8::1]:2222', { kind: 'ssh', destination: 'admin@2001:db8::1', port: 2222 }],
  ])('%s is read', (text, endpoint) => {
    expect(parseTarget(text, '--target')).toEqual({ id: endpointUrl(endpoint), endpoint, source: '--target' });
  });

  test('with TLS settings a tcp target has 2376 for its port, and http stays without', () => {
    const tls = { ca: '/ca.pem', verify: true };
    expect(parseEndpoint('tcp://engine', tls)).toEqual({ kind: 'tcp', host: 'engine', port: 2376, tls });
    expect(parseEndpoint('http://engine', tls)).toEqual({ kind: 'tcp', host: 'engine', port: 2375 });
  });
});

describe('a target that is refused', () => {
  test.each([
    ['', 'not a target'],
    ['engine', 'not a target'],
    ['engine:2375', 'not a target'],
    ['/var/run/docker.sock', 'not a target'],
    ['npipe:////./pipe/docker_engine', 'not a target'],
    ['fd://', 'not a target'],
    ['TCP://engine', 'not a target'],
    ['tcp:/engine', 'not a target'],
    ['context:production', 'not a target'],
    ['tcp://engine\n:2375', 'control characters'],
    ['unix:///run/a\u0000b', 'control characters'],
    ['unix://', 'not absolute'],
    ['unix://run/docker.sock', 'not absolute'],
    ['unix://@abstract', 'not absolute'],
    ['unix:///', 'names a directory'],
    ['unix:///var/run/', 'names a directory'],
    [`unix:///${'d'.repeat(107)}`, 'over 107 bytes'],
    ['tcp://', 'host is empty'],
    ['tcp://:2375', 'host is empty'],
    ['tcp://[]:2375', 'host is empty'],
    ['tcp://engine:', 'not a number of 1 to 65535'],
    ['tcp://engine:0', 'not a number of 1 to 65535'],
    ['tcp://engine:65536', 'not a number of 1 to 65535'],
    ['tcp://engine:-1', 'not a number of 1 to 65535'],
    ['tcp://engine:docker', 'not a number of 1 to 65535'],
    ['tcp://engine:2375:2376', 'not a number of 1 to 65535'],
    ['tcp://2001:db8::1', 'written in brackets'],
    ['tcp://[2001:db8::1', 'not a host and port'],
    ['tcp://[engine]:2375', 'not an IPv6 address'],
    ['tcp://[fe80::1%eth0]:2375', 'without a zone'],
    ['tcp://999.1.1.1:2375', 'not a host name'],
    ['tcp://-engine:2375', 'not a host name'],
    ['tcp://en gine:2375', 'not a host name'],
    ['tcp://ëngine:2375', 'not a host name'],
    [`tcp://${'h'.repeat(254)}`, 'not a host name'],
    ['tcp://engine:2375/v1.23', 'a path is not part'],
    ['tcp://engine:2375/', 'a path is not part'],
    ['tcp://engine?tls=1', 'a path is not part'],
    ['https://engine#x', 'a path is not part'],
    ['tcp://admin:secret@engine:2375', 'no user and no password'],
    ['https://admin@engine', 'no user and no password'],
    ['ssh://', 'host is empty'],
    ['ssh://admin@', 'host is empty'],
    ['ssh://@engine', 'not a login name'],
    ['ssh://admin:secret@engine', 'holds no password'],
    ['ssh://-oProxyCommand=x@engine', 'not a login name'],
    ['ssh://admin@-oProxyCommand=x', 'not a host name'],
    ['ssh://-oProxyCommand=x', 'not a host name'],
    ['ssh://engine/var/run/docker.sock', 'a path is not part'],
    ['ssh://en`id`gine', 'not a host name'],
    ['docker@20.10.24', 'has no address before'],
    ['podman@5.8.6', 'has no address before'],
    ['image:docker:dind', 'has no address before'],
    ['cluster:docker@20.10.24+etcd', 'has no address before'],
  ])('%j: %s', (text, reason) => {
    const { message, mend } = refusal(text);
    expect(message).toContain(reason);
    expect(message).not.toMatch(/[\n\r]/);
    expect(mend).toMatch(/^\S[^\n]*$/);
  });

  test('no message repeats a password', () => {
    for (const text of [
      'tcp://a:hunter2@engine',
      'ssh://a:hunter2@engine',
      'ftp://a:hunter2@engine',
      'a:hunter2@engine',
    ]) {
      expect(refusal(text).message).not.toContain('hunter2');
    }
  });

  test('what is no target at all is told every form', () => {
    const { mend } = refusal('engine');
    for (const form of ['unix:///path', 'tcp://host:port', 'ssh://[user@]host[:port]', 'context:NAME']) {
      expect(mend).toContain(form);
    }
  });
});

describe('of any text', () => {
  const scheme = fc.constantFrom(
    'unix://',
    'tcp://',
    'http://',
    'https://',
    'ssh://',
    'image:',
    'docker@',
    'context:',
    '',
  );
  const piece = fc.constantFrom('/', ':', '@', '[', ']', '-', '::1', '2375', 'host', '\n', '\u2028', '%', '\\', '..');
  const likeTargets = fc
    .tuple(scheme, fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 8 }))
    .map(([start, rest]) => start + rest.join(''));

  test('nothing but a UsageError of one line is thrown, and what is accepted is read again from its id', () => {
    fc.assert(
      fc.property(fc.oneof(likeTargets, fc.string({ unit: 'binary' })), (text) => {
        try {
          const { id, endpoint } = parseTarget(text, 'test');
          expect(parseTarget(id, 'test')).toMatchObject({ id, endpoint: { kind: endpoint.kind } });
        } catch (error) {
          if (!(error instanceof UsageError)) throw error;
          expect(`${error.message}${error.mend}`).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
        }
      }),
      runs(3000),
    );
  });

  test('a host and a port that are right are never refused', () => {
    const host = fc.oneof(
      fc.ipV4(),
      fc.ipV6().map((address) => `[${address}]`),
      fc.domain(),
    );
    fc.assert(
      fc.property(host, fc.integer({ min: 1, max: 65_535 }), (name, port) => {
        const { endpoint } = parseTarget(`tcp://${name}:${port}`, 'test');
        expect(endpoint).toMatchObject({ kind: 'tcp', port });
      }),
    );
  });

  test('no ssh destination is ever an option', () => {
    fc.assert(
      fc.property(likeTargets, (text) => {
        try {
          const { endpoint } = parseTarget(`ssh://${text}`, 'test');
          expect(endpoint.kind === 'ssh' ? endpoint.destination : '').toMatch(/^[^-\s]/);
        } catch (error) {
          expect(error).toBeInstanceOf(UsageError);
        }
      }),
      runs(2000),
    );
  });
});
