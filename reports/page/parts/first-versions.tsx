/** Of a comparison: at which version claims first depart, vendor by vendor. */
import type { Column } from '../../columns';
import type { Row } from '../state/matrix';
import { claimHash } from '../state/route';
import { ClaimName } from './claim-name';
import { usePage } from './context';
import { Sign } from './status';

export function FirstVersions() {
  const { model, route } = usePage();
  const groups = model.columns.flatMap((column) => {
    const rows = model.rows.filter(({ departs }) => departs.includes(column));
    return rows.length === 0 ? [] : [{ column, rows }];
  });
  if (groups.length === 0) return null;
  return (
    <section class="part" aria-labelledby="first">
      <h2 id="first">First version that departs</h2>
      <p class="quiet">
        Of the engines here: a claim is listed at the oldest version of each vendor on which it fails.
      </p>
      <div class="versions">
        {groups.map(({ column, rows }) => (
          <details key={column.id} open={rows.length <= 12}>
            <summary>
              <b>{column.name}</b> <span class="number">{rows.length}</span>
            </summary>
            <ul>
              {rows.map((row) => (
                <li key={row.claim.id}>
                  <StatusOf row={row} column={column} />
                  <a href={claimHash(row.claim.id, route.filters, column.id)}>
                    <ClaimName id={row.claim.id} />
                  </a>
                </li>
              ))}
            </ul>
          </details>
        ))}
      </div>
    </section>
  );
}

function StatusOf({ row, column }: { readonly row: Row; readonly column: Column }) {
  const { model } = usePage();
  const status = row.statuses[model.columns.indexOf(column)];
  return status === undefined ? null : <Sign status={status} />;
}
