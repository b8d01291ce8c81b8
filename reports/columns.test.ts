import { columnsOf } from './columns';
import { DOCKER } from './fixtures/pieces';
import type { ReportTarget } from './report';

function target(id: string, more: Partial<ReportTarget>): ReportTarget {
  return { ...DOCKER, id, ...more };
}

function cluster(mode: 'store' | 'swarm', store: string | null): NonNullable<ReportTarget['cluster']> {
  return { hosts: [], mode, formed: true, store, swarmManagers: [], registry: null };
}

describe('columns', () => {
  it('are grouped by vendor and ordered by version', () => {
    const columns = columnsOf([
      target('a', { vendor: 'podman', version: '5.8.6' }),
      target('b', { version: '28.5.2+dfsg4' }),
      target('c', { vendor: 'unknown', version: '1' }),
      target('d', { version: '20.10.5' }),
    ]);
    expect(columns.map(({ id, name }) => [id, name])).toEqual([
      ['d', 'Docker 20.10.5'],
      ['b', 'Docker 28.5.2'],
      ['a', 'Podman 5.8.6'],
      ['c', 'Unknown engine 1'],
    ]);
  });

  it('of one version say how they differ: by the cluster, by the API, or by their number', () => {
    const labels = (targets: readonly ReportTarget[]) => columnsOf(targets).map(({ label }) => label);
    const version = '28.5.2';
    expect(
      labels([
        target('a', { version }),
        target('b', { version, cluster: cluster('swarm', null) }),
        target('c', { version, cluster: cluster('store', 'etcd://10.0.0.7:2379') }),
      ]),
    ).toEqual(['28.5.2', '28.5.2 cluster swarm', '28.5.2 etcd']);
    expect(labels([target('a', { version }), target('b', { version, apiVersionAsked: '1.44' })])).toEqual([
      '28.5.2 API 1.23',
      '28.5.2 API 1.44',
    ]);
    expect(labels([target('a', { version }), target('b', { version })])).toEqual(['28.5.2 #1', '28.5.2 #2']);
  });

  it('have labels in which nothing is hidden, and of bounded length', () => {
    const [column] = columnsOf([target('a', { version: `\u202e${'x'.repeat(100)}` })]);
    expect(column?.label).toMatch(/^\\u202ex{22}\.\.\. \(\+/);
  });
});
