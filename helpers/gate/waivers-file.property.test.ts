import fc from 'fast-check';
import { stringify } from 'yaml';
import { anyJson, anyText, mutated } from '../fixtures/arbitrary';
import { UsageError } from '../usage-error';
import { isClaimOf, isDriftOf, isTargetOf } from './patterns';
import { type PlacedWaiver, waiversIn } from './waivers-file';

const WAIVERS = {
  waivers: [
    {
      ...{ claims: ['network.default.*'], drift: ['info /ID format'], targets: ['docker@28.5.2'], changes: ['gone'] },
      ...{ reason: 'planned', owner: 'platform', reference: 'OPS-12', expires: '2027-01-31' },
    },
    { claims: ['engine.*'], reason: 'r', owner: 'o', reference: 'x', expires: '2027-02-28' },
  ],
};

const KEYS = ['waivers', 'claims', 'drift', 'targets', 'changes', 'reason', 'owner', 'reference', 'expires'];

const PIECES = [
  ...KEYS.map((key) => `${key}: `),
  '\n',
  '  ',
  '- ',
  '2027-01-31',
  '&a',
  '*a',
  '|',
  '>',
  '#',
  '[',
  '{',
  '!!',
];

const IDS = ['network.default.docker0', 'info /ID format', 'container-inspect /HostConfig/Memory', 'docker@28.5.2'];

function read(text: string): PlacedWaiver[] {
  try {
    return waiversIn(Buffer.from(text), 'w.yaml');
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    expect(error.message).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
    return [];
  }
}

/** Each has its place in the file, and can be held against anything. */
function assertUsable(waivers: readonly PlacedWaiver[], text: string): void {
  const lines = text.split('\n').length;
  for (const { first, last, claims, drift, targets, expires } of waivers) {
    expect(expires).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    for (const place of [{ first, last }, ...claims, ...drift]) {
      expect(place.first >= 1 && place.first <= place.last && place.last <= lines).toBe(true);
    }
    for (const id of IDS) {
      isTargetOf(targets, id);
      for (const { pattern } of claims) isClaimOf(pattern, id);
      for (const { pattern } of drift) isDriftOf(pattern, id);
    }
  }
}

describe('a file of waivers', () => {
  test('that is nearly one is refused with one line, or holds waivers that can be used', () => {
    expect(read(stringify(WAIVERS))).toHaveLength(2);
    fc.assert(
      fc.property(mutated(WAIVERS, KEYS), (document) => {
        const text = stringify(document);
        assertUsable(read(text), text);
      }),
    );
  });

  test('of any text is refused with one line, or holds waivers that can be used', () => {
    const text = fc.oneof(
      anyText(PIECES, 20),
      anyJson(KEYS).map((value) => JSON.stringify(value)),
    );
    fc.assert(fc.property(text, (given) => assertUsable(read(given), given)));
  });
});

test('any pattern is held against any id without an exception, and its own text is its own', () => {
  const pattern = anyText([...IDS, '*', '**', '{', '}', '!(', '+(', '[', ']', ')', ' '], 8).filter(
    (text) => text !== '',
  );
  fc.assert(
    fc.property(pattern, anyText(IDS, 3), (glob, id) => {
      isClaimOf(glob, id);
      isDriftOf(glob, id);
      isTargetOf([glob], id);
      expect([isClaimOf(glob, glob), isDriftOf(glob, glob), isTargetOf([glob], glob)]).toEqual([true, true, true]);
    }),
  );
});

test('a pattern of drift that begins with a space names no schema, and matches nothing', () => {
  expect(isDriftOf(' /ID format', 'info /ID format')).toBe(false);
  expect(isClaimOf('', 'engine.info.kernel')).toBe(false);
});
