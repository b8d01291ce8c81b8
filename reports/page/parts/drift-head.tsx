/** The engines above the drift of many; each row says for itself where it departs, so that this is for the eye alone. */
import type { Column } from '../../columns';

export function DriftHead({ columns }: { readonly columns: readonly Column[] }) {
  return (
    <div class="drift-head" aria-hidden="true">
      <span class="path" />
      {columns.map((column) => (
        <span key={column.id} class="version">
          <span>{column.name}</span>
        </span>
      ))}
    </div>
  );
}
