import { columnsOf } from '../../columns';
import { aClaim, aResult, DOCKER } from '../../fixtures/pieces';
import type { ReportResult } from '../../report';
import { type Filters, NO_FILTERS } from './filters';
import { filteredRows, mostTelling, rowsOf } from './matrix';
import { STATUSES } from './status';

const columns = columnsOf([
  { ...DOCKER, id: 'new', version: '28.5.2' },
  { ...DOCKER, id: 'old', version: '20.10.24' },
  { ...DOCKER, id: 'pod', vendor: 'podman', version: '5.8.6' },
]);
const FAILS: Partial<ReportResult> = { verdict: 'fail', outcome: 'known-change', reason: 'the MAC is random' };
const SKIPPED: Partial<ReportResult> = { verdict: 'not-applicable', outcome: 'not-judged', reason: 'needs a cluster' };

const rows = rowsOf(
  [
    aClaim('engine.api.ping', 'An engine answers.'),
    aClaim('network.default.mac', 'The MAC follows from the address.', { level: 'implied' }),
    aClaim('overlay.create', 'A network over hosts.'),
    aClaim('volume.never-tried', 'Nobody tried it.'),
  ],
  [
    ...['new', 'old', 'pod'].map((target) => aResult('engine.api.ping', { target })),
    aResult('network.default.mac', { target: 'new', ...FAILS }),
    aResult('network.default.mac', { target: 'old' }),
    aResult('network.default.mac', { target: 'pod', ...FAILS, outcome: 'regression' }),
    aResult('overlay.create', { target: 'old', ...SKIPPED }),
    aResult('overlay.create', { target: 'pod' }),
    aResult('overlay.create', { target: 'elsewhere' }),
    aResult('claim.of-another-tool', { target: 'old' }),
  ],
  columns,
);

function left(filters: Partial<Filters>): string[] {
  return filteredRows(rows, columns, { ...NO_FILTERS, ...filters }).map(({ claim }) => claim.id);
}

describe('the matrix', () => {
  it('has a row for each claim of the catalogue that has a result, and a place for each engine', () => {
    expect(rows.map(({ claim, statuses }) => [claim.id, statuses])).toEqual([
      ['engine.api.ping', ['as-expected', 'as-expected', 'as-expected']],
      ['network.default.mac', ['as-expected', 'known-change', 'regression']],
      ['overlay.create', ['not-applicable', undefined, 'as-expected']],
    ]);
  });

  it('names the first version of each vendor that departs, known or not', () => {
    expect(rows.map(({ departs }) => departs.map(({ name }) => name))).toEqual([
      [],
      ['Docker 28.5.2', 'Podman 5.8.6'],
      [],
    ]);
  });

  it('is filtered by status, chapter, level and words', () => {
    expect(left({ status: ['regression'] })).toEqual(['network.default.mac']);
    expect(left({ status: ['not-applicable', 'known-change'] })).toEqual(['network.default.mac', 'overlay.create']);
    expect(left({ chapter: ['engine', 'overlay'] })).toEqual(['engine.api.ping', 'overlay.create']);
    expect(left({ level: ['implied'] })).toEqual(['network.default.mac']);
    expect(left({ q: 'random MAC' })).toEqual(['network.default.mac']);
    expect(left({ q: 'nothing like it' })).toEqual([]);
  });

  it('is filtered by what the engines of the chosen vendors show', () => {
    expect(left({ vendor: ['docker'], status: ['regression'] })).toEqual([]);
    expect(left({ vendor: ['podman'], status: ['regression'] })).toEqual(['network.default.mac']);
    expect(left({ vendor: ['unknown'] })).toEqual([]);
  });

  it('differs where judged engines do, and not where one was not tried', () => {
    expect(left({ differing: true })).toEqual(['network.default.mac']);
    expect(left({ differing: true, vendor: ['podman'] })).toEqual([]);
  });

  it('shows first the engine of which there is most to say', () => {
    expect(rows.map((row) => mostTelling(row, STATUSES))).toEqual([0, 2, 2]);
  });
});
