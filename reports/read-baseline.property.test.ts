import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { anyText, mutated } from '../helpers/fixtures/arbitrary';
import { runs } from '../helpers/fixtures/fuzz';
import { temporaryFolder } from '../helpers/fixtures/temporary-folder';
import { UsageError } from '../helpers/usage-error';
import { baselineErrors, baselineOf, renderBaseline } from './baseline';
import { readBaseline, readMeasurement } from './read-baseline';

const BASELINE = baselineOf(
  {
    ...{ vendor: 'podman', version: '5.8.6', apiVersion: '1.44', minApiVersion: '1.24', apiVersionAsked: '1.24' },
    kind: 'single',
  },
  [
    { claim: 'network.b', verdict: 'fail', outcome: 'known-change', reason: 'because' },
    { claim: 'engine.a', verdict: 'pass', outcome: 'as-expected', reason: null },
  ],
  [{ schema: 'info', path: '/B', kind: 'missing', expected: 'present' }],
);

const KEYS = [
  'format',
  'tool',
  'target',
  'claims',
  'claim',
  'verdict',
  'outcome',
  'reason',
  'drift',
  'schema',
  'path',
  'run',
];

const file = join(temporaryFolder(), 'baseline.json');

function read<T>(reading: (path: string) => T, text: string): T | undefined {
  writeFileSync(file, text);
  try {
    return reading(file);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    expect(error.message).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
    return undefined;
  }
}

describe('a baseline', () => {
  test('that is nearly one is refused with one line, or is one that can be written and read again', () => {
    const text = renderBaseline(BASELINE);
    expect(read(readBaseline, text)).toBeDefined();
    fc.assert(
      fc.property(mutated(JSON.parse(text), KEYS), (document) => {
        const changed = JSON.stringify(document);
        const baseline = read(readBaseline, changed);
        read(readMeasurement, changed);
        if (baseline === undefined) return;
        expect(baselineErrors(baseline)).toEqual([]);
        expect(read(readBaseline, renderBaseline(baseline))).toEqual(baseline);
      }),
      runs(60),
    );
  });

  test('of any text is refused with one line', () => {
    fc.assert(
      fc.property(
        anyText(['{', '}', '"tool"', ':', '{"name":"engine-conformance"}', ',', '"claims"', '[]', '"format":1']),
        (text) => {
          expect(read(readBaseline, text)).toBeUndefined();
          read(readMeasurement, text);
        },
      ),
      runs(60),
    );
  });
});
