/** The places of one schema at which answers depart. */
import type { DriftRow } from '../state/drift';
import { visible } from '../state/visible';
import { DriftPlace } from './drift-place';

interface DriftSchemaProps {
  /** Of its heading. */
  readonly id: string;
  readonly schema: string;
  readonly rows: readonly DriftRow[];
  /** The places of the columns that are shown. */
  readonly places: readonly number[];
}

export function DriftSchema({ id, schema, rows, places }: DriftSchemaProps) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        {visible(schema, 120)} <span class="number">{rows.length}</span>
      </h2>
      <ul>
        {rows.map((row) => (
          <DriftPlace key={row.path} row={row} places={places} />
        ))}
      </ul>
    </section>
  );
}
