/** The report as the views walk through it: ordered, joined and counted once, when the page opens. */

import { type Column, columnsOf } from '../../columns';
import { headline } from '../../headline';
import type { PageBaseline, PageData } from '../../page-data';
import type { Report, ReportClaim } from '../../report';
import { type DriftRow, driftRows } from './drift';
import { type Row, rowsOf } from './matrix';

export interface Model {
  readonly report: Report;
  readonly baselines: readonly PageBaseline[];
  readonly leftOut: number;
  readonly headline: ReturnType<typeof headline>;
  readonly columns: readonly Column[];
  /** Claims that have a result, in the order of the catalogue. */
  readonly rows: readonly Row[];
  readonly rowOf: ReadonlyMap<string, Row>;
  /** The whole catalogue. */
  readonly claimOf: ReadonlyMap<string, ReportClaim>;
  readonly columnOf: ReadonlyMap<string, Column>;
  readonly drift: readonly DriftRow[];
  /** Whether there are engines to compare. */
  readonly many: boolean;
}

export function modelOf({ report, baselines, leftOut }: PageData): Model {
  const columns = columnsOf(report.targets);
  const rows = rowsOf(report.claims, report.results, columns);
  return {
    report,
    baselines,
    leftOut,
    headline: headline(report),
    columns,
    rows,
    rowOf: new Map(rows.map((row) => [row.claim.id, row])),
    claimOf: new Map(report.claims.map((claim) => [claim.id, claim])),
    columnOf: new Map(columns.map((column) => [column.id, column])),
    drift: driftRows(report.drift, columns),
    many: columns.length > 1,
  };
}
