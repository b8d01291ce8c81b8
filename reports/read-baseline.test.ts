import { execFileSync } from 'node:child_process';
import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../helpers/fixtures/temporary-folder';
import { UsageError } from '../helpers/usage-error';
import { type Baseline, baselineErrors, baselineOf, renderBaseline } from './baseline';
import { conformingReport } from './fixtures/conforming';
import { readReport } from './read';
import { readBaseline, readMeasurement } from './read-baseline';
import { renderJson } from './writers/json';

const folder = temporaryFolder();
let files = 0;

function saved(text: string): string {
  files += 1;
  const path = join(folder, `${files}.json`);
  writeFileSync(path, text);
  return path;
}

const BASELINE: Baseline = baselineOf(
  {
    vendor: 'podman',
    version: '5.8.6',
    apiVersion: '1.44',
    minApiVersion: '1.24',
    apiVersionAsked: '1.24',
    kind: 'single',
  },
  [
    { claim: 'network.b', verdict: 'fail', outcome: 'known-change', reason: 'because' },
    { claim: 'engine.a', verdict: 'pass', outcome: 'as-expected', reason: null },
  ],
  [{ schema: 'info', path: '/B', kind: 'missing', expected: 'present' }],
);

function changed(change: object): unknown {
  return { ...BASELINE, ...change };
}

test('a baseline is read as it was written, in the order of its claims', () => {
  const path = saved(renderBaseline(BASELINE));
  expect(readBaseline(path)).toEqual(BASELINE);
  expect(readMeasurement(path)).toEqual({ kind: 'baseline', baseline: BASELINE });
  expect(readBaseline(path).claims.map(({ claim }) => claim)).toEqual(['engine.a', 'network.b']);
  expect(renderBaseline({ ...BASELINE, claims: [], drift: [] })).toContain('"claims": [],\n "drift": []\n}\n');
});

test('a report of this or of an older format is a measurement too', () => {
  const { timings: _timings, comparisons: _comparisons, ...rest } = conformingReport();
  for (const text of [renderJson(conformingReport()), JSON.stringify({ ...rest, format: 1 })]) {
    expect(readMeasurement(saved(text))).toMatchObject({ kind: 'report', report: { format: 2, comparisons: [] } });
  }
});

test.each([
  ['an unknown field', changed({ extra: 1 }), 'unknown field extra'],
  ['an error', changed({ claims: [{ ...BASELINE.claims[0], verdict: 'error' }] }), '/claims/0/verdict must be one of'],
  ['a claim twice', changed({ claims: [BASELINE.claims[0], BASELINE.claims[0]] }), 'claim engine.a is there more'],
  ['a place twice', changed({ drift: [BASELINE.drift[0], BASELINE.drift[0]] }), 'drift info /B missing is there more'],
  ['a pass that regresses', changed({ claims: [{ ...BASELINE.claims[0], outcome: 'regression' }] }), "can't have"],
])('a baseline with %s is none', (_what, document, message) => {
  expect(baselineErrors(document).join('\n')).toContain(message);
});

test.each([
  ['of another tool', '{"tool":{"name":"other"}}', 'is not of engine-conformance'],
  ['of a newer format', '{"tool":{"name":"engine-conformance"},"format":2}', 'has format 2, and this version reads up'],
  ['that is cut', renderBaseline(BASELINE).slice(0, 300), 'is not JSON'],
  ['that is a list', '[]', 'is not of engine-conformance'],
  [
    'that is nearly one',
    '{"tool":{"name":"engine-conformance"},"format":1}',
    'is not a valid baseline: the baseline must',
  ],
  ['that is a report of a newer format', '{"tool":{"name":"engine-conformance"},"format":9,"run":{}}', 'has format 9'],
  ['that is a report which is cut', renderJson(conformingReport()).slice(0, -9), 'is not JSON'],
])('a file %s is refused with one line', (_what, text, message) => {
  const read = () => readMeasurement(saved(text));
  expect(read).toThrow(UsageError);
  expect(read).toThrow(message);
});

test('a file of 500 MB is refused unread, and a pipe is not waited for', () => {
  const huge = saved('');
  // A sparse file: it has the size and takes no room.
  truncateSync(huge, 500_000_000);
  expect(() => readMeasurement(huge)).toThrow('has 500000000 bytes, and may have at most 67108864');
  expect(() => readReport(huge)).toThrow('has 500000000 bytes');
  const pipe = join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
  expect(() => readMeasurement(pipe)).toThrow('is not a file');
  expect(() => readMeasurement(folder)).toThrow('is not a file');
  expect(() => readMeasurement(join(folder, 'none'))).toThrow('does not exist');
});
