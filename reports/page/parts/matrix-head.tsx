/** The head of a grid of engines: the vendors, and below each its versions. */
import { type Column, vendorName } from '../../columns';
import { visible } from '../state/visible';

interface MatrixHeadProps {
  readonly columns: readonly Column[];
  readonly last?: string;
}

export function MatrixHead({ columns, last = 'Departs first at' }: MatrixHeadProps) {
  const vendors = [...new Set(columns.map(({ vendor }) => vendor))];
  return (
    <div role="rowgroup" class="matrix-head">
      <div role="row" class="vendors">
        <span role="gridcell" class="corner" />
        {vendors.map((vendor) => {
          const own = columns.filter((column) => column.vendor === vendor).length;
          return (
            <span key={vendor} role="columnheader" aria-colspan={own} style={{ gridColumn: `span ${own}` }}>
              {vendorName(vendor)}
            </span>
          );
        })}
        <span role="gridcell" class="corner" />
      </div>
      <div role="row" class="versions-row">
        <span role="columnheader" class="corner">
          Claim
        </span>
        {columns.map((column) => (
          <span key={column.id} role="columnheader" class="version" title={visible(column.target.id)}>
            <span>{column.label}</span>
          </span>
        ))}
        <span role="columnheader" class="corner departs">
          {last}
        </span>
      </div>
    </div>
  );
}
