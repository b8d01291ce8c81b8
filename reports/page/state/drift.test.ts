import { columnsOf } from '../../columns';
import { aDrift, DOCKER } from '../../fixtures/pieces';
import { bySchema, driftRows, filteredDrift } from './drift';
import { type Filters, NO_FILTERS } from './filters';

const columns = columnsOf([
  { ...DOCKER, id: 'a', version: '20.10.24' },
  { ...DOCKER, id: 'b', vendor: 'podman', version: '5.8.6' },
]);
const known = { why: 'There is a new limit.', reference: 'measured', engine: 'docker >=1.12.0' };
const rows = driftRows(
  [
    aDrift('/New', { target: 'a', known }),
    aDrift('/New', { target: 'b' }),
    aDrift('/Odd', { target: 'b', kind: 'type', known }),
    aDrift('/Odd', { target: 'b', kind: 'format', known }),
    aDrift('', { target: 'a', schema: 'info', kind: 'missing', known }),
    aDrift('/Elsewhere', { target: 'c' }),
  ],
  columns,
);

function left(filters: Partial<Filters>): string[] {
  return filteredDrift(rows, columns, { ...NO_FILTERS, ...filters }).map(({ schema, path }) => `${schema} ${path}`);
}

describe('the drift', () => {
  it('has a row for each place, with what each engine shows there', () => {
    const shown = rows.map(({ path, cells }) => [path, ...cells.map((all) => all.map(({ kind }) => kind).join())]);
    expect(shown).toEqual([
      ['/New', 'added', 'added'],
      ['/Odd', '', 'type,format'],
      ['(the whole answer)', 'missing', ''],
    ]);
  });

  it('is filtered by kind, by what is known, by vendor and by words', () => {
    expect(left({ kind: ['format'] })).toEqual(['version /Odd']);
    expect(left({ known: ['unknown'] })).toEqual(['version /New']);
    expect(left({ vendor: ['podman'] })).toEqual(['version /New', 'version /Odd']);
    expect(left({ q: 'info limit' })).toEqual(['info (the whole answer)']);
    expect(left({ differing: true })).toEqual(['version /Odd', 'info (the whole answer)']);
  });

  it('leaves only the entries that the filters leave', () => {
    const [row] = filteredDrift(rows, columns, { ...NO_FILTERS, kind: ['format'] });
    expect(row?.cells.map((entries) => entries.length)).toEqual([0, 1]);
  });

  it('is grouped by schema', () => {
    expect(bySchema(rows).map(({ schema, rows: own }) => [schema, own.length])).toEqual([
      ['version', 2],
      ['info', 1],
    ]);
  });

  it('shows paths in which nothing is hidden', () => {
    const [row] = driftRows([aDrift('/\u001b[2J', { target: 'a' })], columns);
    expect(row?.path).toBe('/\\u001b[2J');
  });
});
