/** The matrix claim × engine: a grid that arrow keys walk, each cell the way to what was seen there. */
import { useRef } from 'preact/hooks';
import { byChapter } from '../state/by-chapter';
import { type Row, shownPlaces } from '../state/matrix';
import { usePage } from './context';
import { MatrixHead } from './matrix-head';
import { MatrixRow } from './matrix-row';
import { Readout } from './readout';
import { useGridKeys } from './use-grid-keys';

/** Columns at which a version can be written across: on a wide screen, and on a narrow one too. */
const FEW = 9;
const FEWER = 5;

export function Matrix({ rows }: { readonly rows: readonly Row[] }) {
  const { model, route } = usePage();
  const grid = useRef<HTMLDivElement>(null);
  const places = shownPlaces(model.columns, route.filters);
  const columns = places.flatMap((place) => model.columns[place] ?? []);
  useGridKeys(grid, rows);
  return (
    <>
      <div
        class={`matrix ${widthOf(columns.length)}`}
        role="grid"
        aria-label="Claims on engines"
        aria-colcount={columns.length + 2}
        ref={grid}
        style={{ '--columns': columns.length }}
      >
        <MatrixHead columns={columns} />
        {byChapter(rows).map(({ chapter, rows: own }) => (
          <div key={chapter} role="rowgroup" class="chapter">
            <div role="row" class="chapter-row">
              <span role="rowheader" class="chapter-name" aria-colspan={columns.length + 2}>
                {chapter} <span class="number">{own.length}</span>
              </span>
            </div>
            {own.map((row) => (
              <MatrixRow key={row.claim.id} row={row} places={places} columns={model.columns} filters={route.filters} />
            ))}
          </div>
        ))}
      </div>
      <Readout grid={grid} />
    </>
  );
}

function widthOf(columns: number): string {
  if (columns > FEW) return 'many';
  return columns > FEWER ? 'few' : 'few fewer';
}
