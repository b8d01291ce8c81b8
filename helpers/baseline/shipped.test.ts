import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderBaseline } from '../../reports/baseline';
import { DOCKER } from '../../reports/fixtures/pieces';
import { aBaseline, was } from '../fixtures/gate';
import { temporaryFolder } from '../fixtures/temporary-folder';
import { baselineName, ownBaseline, shippedBaselines, shippedFolder } from './shipped';

const TARGET = aBaseline([]).target;
const OF_28 = { ...TARGET, version: '28.5.2', minApiVersion: '1.24', apiVersionAsked: '1.24' };

test.each([
  [TARGET, 'docker-20.10.5.json'],
  [{ ...TARGET, apiVersionAsked: '1.41' }, 'docker-20.10.5-a1.41.json'],
  [OF_28, 'docker-28.5.2.json'],
  [{ ...OF_28, apiVersionAsked: '1.44' }, 'docker-28.5.2-a1.44.json'],
  [{ ...TARGET, kind: 'cluster' as const }, 'docker-20.10.5-cluster.json'],
  [{ ...TARGET, version: '../../etc/x\u0000', minApiVersion: 'none' }, 'docker-.._.._etc_x_.json'],
])('%j is kept as %s', (target, name) => {
  expect(baselineName(target)).toBe(name);
});

describe('the baselines of this package', () => {
  test('are valid, and each is named after what it holds and written as this version writes', () => {
    for (const { name, baseline } of shippedBaselines()) {
      expect(name).toBe(baselineName(baseline.target));
      expect(readFileSync(join(shippedFolder(), name), 'utf8')).toBe(renderBaseline(baseline));
    }
  });

  test('are of healthy engines: nothing in them is unexplained, and nothing of one run shows', () => {
    for (const { name, baseline } of shippedBaselines()) {
      const odd = baseline.claims.filter(({ outcome }) => outcome === 'regression' || outcome === 'unexpected-pass');
      expect({ name, odd }).toEqual({ name, odd: [] });
      expect(JSON.stringify(baseline)).not.toMatch(
        /\d+\.\d+\.\d+\.\d+|[0-9a-f]{32}|\d\d:\d\d:\d\d|\bec-[a-z0-9]{10}\b/,
      );
    }
  });
});

describe('the baseline of an engine', () => {
  const folder = temporaryFolder();
  const measured = [
    aBaseline([was('engine.one')]),
    { ...aBaseline([]), target: { ...TARGET, version: '20.10.24' } },
    { ...aBaseline([]), target: { ...TARGET, version: '20.10.24', apiVersionAsked: '1.41' } },
  ];
  for (const baseline of measured) {
    writeFileSync(join(folder, baselineName(baseline.target)), renderBaseline(baseline));
  }
  const own = (more: object) => ownBaseline({ ...DOCKER, ...more }, shippedBaselines(folder))?.name;

  test('is that of its upstream version, asked at the same version of the API', () => {
    expect(own({})).toBe('docker-20.10.24.json');
    expect(own({ version: '20.10.24' })).toBe('docker-20.10.24.json');
    expect(own({ apiVersionAsked: '1.41' })).toBe('docker-20.10.24-a1.41.json');
  });

  test.each([
    ['another version', { version: '20.10.2' }],
    ['another vendor', { vendor: 'podman' }],
    ['another version of the API', { apiVersionAsked: '1.30' }],
    ['a cluster', { cluster: { hosts: [] } }],
    ['no version', { version: 'master' }],
  ])('there is none for %s', (_what, more) => {
    expect(own(more)).toBeUndefined();
  });
});
