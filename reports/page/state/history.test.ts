import { columnsOf } from '../../columns';
import { aClaim, aResult, DOCKER } from '../../fixtures/pieces';
import type { PageBaseline } from '../../page-data';
import { historyOf } from './history';
import { rowsOf } from './matrix';

const columns = columnsOf([
  { ...DOCKER, id: 'b', version: '28.5.2+dfsg4' },
  { ...DOCKER, id: 'a', version: '20.10.24+dfsg1' },
]);
const results = ['a', 'b'].map((target) => aResult('engine.api.ping', { target }));
const [row] = rowsOf([aClaim('engine.api.ping', 'It answers.')], results, columns);

function baseline(version: string, more: Partial<PageBaseline> = {}): PageBaseline {
  const claim = { claim: 'engine.api.ping', verdict: 'fail', outcome: 'known-change', reason: 'why' } as const;
  return { vendor: 'docker', version, apiVersionAsked: '1.23', cluster: false, claims: [claim], ...more };
}

describe('the history of a claim', () => {
  if (row === undefined) throw new Error('there is no row');

  it('puts baselines among the engines of the report, by version', () => {
    const [docker, podman] = historyOf(row, columns, [
      baseline('26.1.5'),
      baseline('5.8.6', { vendor: 'podman' }),
      baseline('20.10.24', { cluster: true }),
    ]);
    expect(docker?.entries.map(({ label, status, target }) => [label, status, target])).toEqual([
      ['20.10.24 cluster', 'known-change', undefined],
      ['20.10.24', 'as-expected', 'a'],
      ['26.1.5', 'known-change', undefined],
      ['28.5.2', 'as-expected', 'b'],
    ]);
    expect(podman?.entries.map(({ label }) => label)).toEqual(['5.8.6']);
  });

  it('leaves out a baseline that says what an engine of its version says here', () => {
    const same = { claim: 'engine.api.ping', verdict: 'pass', outcome: 'as-expected', reason: null } as const;
    const entries = (baselines: readonly PageBaseline[]) =>
      historyOf(row, columns, baselines).flatMap((vendor) =>
        vendor.entries.map(({ label, status }) => [label, status]),
      );
    expect(entries([baseline('20.10.24', { claims: [same] })])).toEqual([
      ['20.10.24', 'as-expected'],
      ['28.5.2', 'as-expected'],
    ]);
    expect(entries([baseline('20.10.24')])[0]).toEqual(['20.10.24', 'known-change']);
  });

  it('leaves out baselines that do not know the claim', () => {
    const [docker] = historyOf(row, columns, [baseline('26.1.5', { claims: [] })]);
    expect(docker?.entries).toHaveLength(2);
  });

  it('is none where there is but one measurement', () => {
    const [alone] = rowsOf([row.claim], results.slice(0, 1), columns.slice(0, 1));
    if (alone === undefined) throw new Error('there is no row');
    expect(historyOf(alone, columns.slice(0, 1), [])).toEqual([]);
  });
});
