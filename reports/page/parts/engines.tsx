/** The engines of a comparison, vendor by vendor and version by version, each with what came of its claims. */
import type { Column } from '../../columns';
import { countStatuses } from '../state/status';
import { visible } from '../state/visible';
import { usePage } from './context';
import { StatusTable } from './status-table';

export function Engines() {
  const { model } = usePage();
  const rows = model.columns.map((column) => ({
    key: column.id,
    head: <EngineName column={column} />,
    beside: visible(column.target.apiVersionAsked),
    counts: countStatuses(model.report.results.filter(({ target }) => target === column.id)),
  }));
  return <StatusTable id="engines" title="Engines" columns={{ head: 'Engine', beside: 'API' }} rows={rows} />;
}

/** With its id, where that says more. */
function EngineName({ column: { name, label, vendor, id } }: { readonly column: Column }) {
  return (
    <>
      {name}
      {id === `${vendor}@${label}` ? null : <small>{visible(id, 80)}</small>}
    </>
  );
}
