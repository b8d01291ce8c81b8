/** One claim of the matrix. */
import { memo } from 'preact/compat';
import type { Column } from '../../columns';
import type { Filters } from '../state/filters';
import type { Row } from '../state/matrix';
import { claimHash } from '../state/route';
import { SHOWN } from '../state/status';
import { ClaimName } from './claim-name';
import { Prose } from './text';

interface MatrixRowProps {
  readonly row: Row;
  /** The places of the columns that are shown. */
  readonly places: readonly number[];
  readonly columns: readonly Column[];
  readonly filters: Filters;
}

export const MatrixRow = memo(function MatrixRow({ row, places, columns, filters }: MatrixRowProps) {
  const { id } = row.claim;
  return (
    <div role="row" class="matrix-row">
      <span role="rowheader" class="head">
        <a href={claimHash(id, filters)} tabIndex={-1} data-cell="">
          <ClaimName id={id} />
        </a>
        <span class="statement">
          <Prose of={row.claim.statement} limit={200} />
        </span>
      </span>
      {places.map((place) => {
        const [status, column] = [row.statuses[place], columns[place]];
        if (column === undefined) return null;
        if (status === undefined) return <span key={place} role="gridcell" aria-label={`${column.name}: not tried`} />;
        return (
          <span key={place} role="gridcell">
            <a
              class={`cell s-${status}`}
              href={claimHash(id, filters, column.id)}
              tabIndex={-1}
              data-cell=""
              data-claim={id}
              data-place={place}
              aria-label={`${column.name}: ${SHOWN[status].word}`}
            >
              {SHOWN[status].sign}
            </a>
          </span>
        );
      })}
      <span role="gridcell" class="departs">
        {row.departs.map((column) => (
          <span key={column.id}>{column.name}</span>
        ))}
      </span>
    </div>
  );
}, isSame);

/** Places come anew with every filter, and are mostly the same. */
function isSame(before: MatrixRowProps, after: MatrixRowProps): boolean {
  return (
    before.row === after.row &&
    before.columns === after.columns &&
    before.filters === after.filters &&
    before.places.length === after.places.length &&
    before.places.every((place, index) => place === after.places[index])
  );
}
