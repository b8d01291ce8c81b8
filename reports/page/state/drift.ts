/** The drift as a grid: one row a place of a schema, one place in it a column (an engine). */

import type { Column } from '../../columns';
import { showPath } from '../../drift';
import type { ReportDrift } from '../../report';
import { type Filters, finds, lets, wordsOf } from './filters';
import { visible } from './visible';

export interface DriftRow {
  readonly schema: string;
  /** Safe to show. */
  readonly path: string;
  /** One a column; several where answers of one engine depart in several ways at the place. */
  readonly cells: readonly (readonly ReportDrift[])[];
  readonly text: string;
}

export interface SchemaRows {
  readonly schema: string;
  readonly rows: readonly DriftRow[];
}

/** By schema and path, each in the order of its text. */
export function driftRows(drift: readonly ReportDrift[], columns: readonly Column[]): readonly DriftRow[] {
  const places = new Map(columns.map((column, index) => [column.id, index]));
  const rows = new Map<string, { schema: string; path: string; cells: ReportDrift[][] }>();
  for (const entry of drift) {
    const place = places.get(entry.target);
    if (place === undefined) continue;
    const key = JSON.stringify([entry.schema, entry.path]);
    let row = rows.get(key);
    if (row === undefined) {
      row = { schema: entry.schema, path: entry.path, cells: columns.map(() => []) };
      rows.set(key, row);
    }
    row.cells[place]?.push(entry);
  }
  return [...rows.values()].map(({ schema, path, cells }) => {
    const shown = visible(showPath(path), 300);
    const why = new Set(cells.flat().map(({ known }) => known?.why ?? ''));
    return { schema, path: shown, cells, text: `${schema} ${shown} ${[...why].join(' ')}`.toLowerCase() };
  });
}

/** The rows that the filters leave, each with only the entries that they leave. */
export function filteredDrift(
  rows: readonly DriftRow[],
  columns: readonly Column[],
  filters: Filters,
): readonly DriftRow[] {
  const words = wordsOf(filters.q);
  const keeps = ({ kind, known }: ReportDrift) =>
    lets(filters.kind, kind) && lets(filters.known, known === undefined ? 'unknown' : 'known');
  return rows.flatMap((row) => {
    if (!finds(words, row.text)) return [];
    const cells = row.cells.map((entries, place) =>
      lets(filters.vendor, columns[place]?.vendor ?? 'unknown') ? entries.filter(keeps) : [],
    );
    if (cells.every((entries) => entries.length === 0)) return [];
    if (filters.differing && new Set(cells.map(kindsOf)).size === 1) return [];
    return [{ ...row, cells }];
  });
}

/** The rows schema by schema. */
export function bySchema(rows: readonly DriftRow[]): readonly SchemaRows[] {
  const groups = new Map<string, DriftRow[]>();
  for (const row of rows) {
    const own = groups.get(row.schema);
    if (own === undefined) groups.set(row.schema, [row]);
    else own.push(row);
  }
  return [...groups].map(([schema, own]) => ({ schema, rows: own }));
}

function kindsOf(entries: readonly ReportDrift[]): string {
  return entries.map(({ kind }) => kind).join();
}
