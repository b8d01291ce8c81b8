import fc from 'fast-check';
import type { Answer } from '../engine/answer';
import { EngineTrouble } from '../engine/trouble';
import { anyJson, anyText } from '../fixtures/arbitrary';
import { UsageError } from '../usage-error';
import { isLoopback, registryEndpoint } from './address';
import { nextPage } from './next-page';
import { progressOf, pushResultOf } from './progress';
import { partsOf } from './transfer';

const LIST = '/v2/_catalog';

const LINKS = [
  '<',
  '>',
  ';',
  ' rel=',
  '"next"',
  'next',
  ',',
  LIST,
  '?n=1&last=a',
  'http://other/',
  '//other/',
  '/v2/',
  '\\',
];

const answer = (text: string, status: number): Answer => {
  return { method: 'POST', path: '/images/create', status, headers: {}, text, json: undefined, durationMs: 1 };
};

describe('a registry', () => {
  test('names with any link a further page of the same list, or is told of as trouble', () => {
    const link = fc.oneof(
      anyText(LINKS, 10),
      fc.tuple(anyText(LINKS, 4), anyText(LINKS, 3)).map(([to, more]) => `<${to}>; rel="next"${more}`),
    );
    fc.assert(
      fc.property(link, (header) => {
        try {
          const next = nextPage({ path: `${LIST}?n=1`, headers: { link: header } }, LIST);
          if (next !== undefined) expect(next === LIST || next.startsWith(`${LIST}?`)).toBe(true);
        } catch (error) {
          if (!(error instanceof EngineTrouble)) throw error;
        }
      }),
    );
  });

  test('tells progress in any text, and an error in it is a text', () => {
    const step = fc.oneof(
      anyJson(['status', 'error', 'errorDetail', 'message']).map((value) => JSON.stringify(value)),
      anyText(['{"error":', '"}', '{"status":"a: digest: b size: 1"}'], 4),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), fc.constantFrom(200, 404, 500), (steps, status) => {
        const progress = progressOf(answer(steps.join('\n'), status));
        expect(['undefined', 'string']).toContain(typeof progress.error);
        pushResultOf(progress);
      }),
    );
  });

  test('has an address that is a host and a port, or is refused with one line', () => {
    fc.assert(
      fc.property(anyText(['10.0.0.7', ':5000', 'localhost', '127.', '[::1]', 'registry', '.'], 6), (address) => {
        try {
          const { host, port } = registryEndpoint(address, 'http');
          expect(host).not.toMatch(/[/?#@\s]/);
          expect(port).toBeGreaterThan(0);
          isLoopback(address);
        } catch (error) {
          if (!(error instanceof UsageError)) throw error;
          expect(error.message).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
        }
      }),
    );
  });
});

test('a reference of an image comes apart into its name and its tag, whatever its port', () => {
  const word = fc.stringMatching(/^[a-z0-9]{1,8}$/);
  const name = fc.tuple(fc.constantFrom('', '10.0.0.7:5000/', 'host/'), fc.array(word, { minLength: 1, maxLength: 3 }));
  fc.assert(
    fc.property(name, word, ([host, path], tag) => {
      const whole = `${host}${path.join('/')}`;
      expect(partsOf(`${whole}:${tag}`)).toEqual({ name: whole, tag });
      expect(() => partsOf(`host:5000/${path.join('/')}`)).toThrow(TypeError);
    }),
  );
});
