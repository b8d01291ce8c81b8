import fc from 'fast-check';
import { redact, redactText } from './redact';

/** A value that occurs nowhere else, so that finding it anywhere is a leak. */
const secret = fc.stringMatching(/^[a-z0-9]{8}$/).map((text) => `SECRET${text}`);

describe('evidence', () => {
  test('holds no value of an environment, however deep it lies and whatever it is', () => {
    const name = fc.stringMatching(/^[A-Z_]{1,8}$/);
    const entry = fc
      .tuple(name, secret, fc.constantFrom('', '=', '\n', ' a b'))
      .map(([key, value, more]) => `${key}=${more}${value}`);
    const environment = fc.oneof(
      fc.array(entry, { maxLength: 4 }),
      fc.dictionary(name, secret, { maxKeys: 3 }),
      entry,
      fc.array(fc.array(entry, { maxLength: 2 }), { maxLength: 2 }),
    );
    const within = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        environment.map((Env) => ({ Env })),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom('Config', 'HostConfig', 'a'), tie('value'), { maxKeys: 2 }),
      ),
    })).value;
    fc.assert(
      fc.property(within, (value) => {
        expect(JSON.stringify(redact(value)) ?? '').not.toContain('SECRET');
      }),
    );
  });

  test('keeps the names of variables, and entries without a value', () => {
    expect(redact({ Env: ['PATH=/bin:/sbin', 'EMPTY=', 'BARE', 'A=b=c'] })).toEqual({
      Env: ['PATH=***', 'EMPTY=***', 'BARE', 'A=***'],
    });
    expect(redact({ Env: null })).toEqual({ Env: null });
  });

  test.each([
    'password',
    'Password',
    'auth',
    'IdentityToken',
    'registrytoken',
    'secret',
    'X-Registry-Auth',
    'private_key',
  ])('holds no %s', (key) => {
    expect(redact({ config: [{ [key]: 'SECRET', kept: 'this' }] })).toEqual({
      config: [{ [key]: '***', kept: 'this' }],
    });
  });

  test('keeps what only sounds like a secret, and secrets that are not there', () => {
    const value = { SecretsPath: '/run', tokens: 3, password: '', auth: null, Author: 'somebody' };
    expect(redact(value)).toEqual(value);
  });

  test('is otherwise the same value', () => {
    const harmless = fc
      .jsonValue()
      .filter((value) => !/\/\/|BEGIN|[Ee]nv|auth|token|secret|passw/i.test(JSON.stringify(value)));
    fc.assert(
      fc.property(harmless, (value) => {
        expect(redact(value)).toEqual(value);
      }),
    );
  });

  test('carries a key of the prototype as any other key', () => {
    const value: unknown = JSON.parse('{"__proto__":{"Env":["A=SECRET"]}}');
    expect(JSON.stringify(redact(value))).toBe('{"__proto__":{"Env":["A=***"]}}');
    expect(({} as Record<string, unknown>).Env).toBeUndefined();
  });
});

describe('a text', () => {
  test.each([
    ['http://user:pass@proxy:3128', 'http://***@proxy:3128'],
    ['https://token@host/x and http://a:b@c', 'https://***@host/x and http://***@c'],
    ['http://user:p@ss@proxy:3128/a', 'http://***@proxy:3128/a'],
    ['http://user:pa/ss@proxy:3128/a', 'http://***@proxy:3128/a'],
    ["cannot reach 'tcp://user:it's?@#/@proxy'", "cannot reach 'tcp://***@proxy'"],
    ['{"a":"http://b:c@d","e":"f@g"}', '{"a":"http://***@d","e":"f@g"}'],
    ['http://host/user@x', 'http://host/user@x'],
    ['a@b,http://host:80/', 'a@b,http://host:80/'],
    ['<http://host:80/> <somebody@example>', '<http://host:80/> <somebody@example>'],
    ['http://host:80/', 'http://host:80/'],
    ['somebody@example', 'somebody@example'],
    ['a\n-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----\nb', 'a\n***\nb'],
    ['-----BEGIN PRIVATE KEY-----\nMIIE that is cut', '***'],
    ['-----BEGIN CERTIFICATE-----\nMIIE', '-----BEGIN CERTIFICATE-----\nMIIE'],
  ])('%j is shown as %j', (text, expected) => {
    expect(redactText(text)).toBe(expected);
  });

  test('shows no part of the password of a URL, whatever stands in it and wherever the URL stands', () => {
    // Nothing that ends a URL in a text; all else may be in a password that nobody encoded.
    const piece = fc.stringMatching(/^[^\s"<>]{0,400}$/);
    const password = fc.tuple(piece, secret, piece, secret, piece).map((pieces) => pieces.join(''));
    const user = fc.stringMatching(/^[a-z]{0,8}$/);
    const path = fc.constantFrom('', '/', '/a/b', '/a@b', '?c=d', ':3128');
    const around = fc.constantFrom('', '"', ' ', '\n', '<', 'see http://host/ or ', 'x=');
    fc.assert(
      fc.property(around, user, password, path, around, (before, name, word, rest, after) => {
        const shown = redactText(`${before}http://${name}:${word}@host${rest}${after}`);
        expect(shown).not.toContain('SECRET');
        expect(shown.startsWith(`${before}http://***@`)).toBe(true);
      }),
    );
  });

  test.each(['/', '//a', '//a:', '//a@', '@', 'a:@/', '//a/@', '-----BEGIN ', '-----BEGIN A PRIVATE KEY', '//:'])(
    'of many %j is read in no time',
    (part) => {
      const text = part.repeat(Math.ceil(1_000_000 / part.length));
      const begun = performance.now();
      redactText(text);
      expect(performance.now() - begun).toBeLessThan(1_000);
    },
  );
});
