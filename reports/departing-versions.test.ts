import { columnsOf } from './columns';
import { departingVersions } from './departing-versions';
import { DOCKER } from './fixtures/pieces';
import type { ReportTarget, Verdict } from './report';

const engine = (vendor: ReportTarget['vendor'], version: string): ReportTarget => ({
  ...DOCKER,
  ...{ id: `${vendor}@${version}`, vendor, version },
});

const COLUMNS = columnsOf([
  engine('docker', '28.5.2+dfsg4'),
  engine('podman', '5.8.6'),
  engine('docker', '20.10.5+dfsg1'),
  engine('docker', '26.1.5+dfsg1'),
]);

/** Of Docker 20.10.5, 26.1.5 and 28.5.2, and of Podman 5.8.6, in this order. */
const said = (...verdicts: (Verdict | undefined)[]) => departingVersions(COLUMNS, verdicts).map(({ text }) => text);

describe('the versions that depart', () => {
  it('are ordered by vendor and version, whatever order they were asked for in', () => {
    expect(COLUMNS.map(({ label }) => label)).toEqual(['20.10.5', '26.1.5', '28.5.2', '5.8.6']);
  });

  it('begin after the last that passes', () => {
    expect(said('pass', 'pass', 'fail', 'pass')).toEqual(['Docker passes up to 26.1.5, fails since 28.5.2']);
  });

  it('end before the first that passes', () => {
    expect(said('fail', 'pass', 'pass', 'pass')).toEqual(['Docker fails up to 20.10.5, passes since 26.1.5']);
  });

  it('skip a version of which nothing was learned, and say nothing of it', () => {
    expect(said('pass', 'error', 'fail', undefined)).toEqual(['Docker passes up to 20.10.5, fails since 28.5.2']);
    expect(said('pass', 'not-applicable', 'fail', undefined)).toEqual([
      'Docker passes up to 20.10.5, fails since 28.5.2',
    ]);
  });

  it('are named one by one where it changes more than once', () => {
    expect(said('fail', 'pass', 'fail', 'pass')).toEqual(['Docker fails on 20.10.5, 28.5.2']);
  });

  it('are not what two hosts of one version differ in', () => {
    const [one, two] = [engine('docker', '28.5.2'), { ...engine('docker', '28.5.2'), id: 'other' }];
    const said = departingVersions(columnsOf([one, two]), ['pass', 'fail']);
    expect(said.map(({ text }) => text)).toEqual(['Docker fails on 28.5.2 #2']);
  });

  it('are all of them where none passes, vendor by vendor', () => {
    expect(said('fail', 'fail', 'fail', 'fail')).toEqual([
      'Docker fails on all 3 versions measured, 20.10.5 to 28.5.2',
      'Podman fails on 5.8.6',
    ]);
    expect(departingVersions(COLUMNS, ['fail', 'fail', 'fail']).map(({ changes }) => changes)).toEqual([false]);
  });

  it('are none where none fails', () => {
    expect(said('pass', 'pass', 'not-applicable', 'error')).toEqual([]);
  });
});
