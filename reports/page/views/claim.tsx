/** A claim by itself: what it says, what came of it on an engine, with what was asked and answered, and over versions. */
import { useEffect } from 'preact/hooks';
import type { Column } from '../../columns';
import { ClaimHead } from '../parts/claim-head';
import { usePage } from '../parts/context';
import { Evidence } from '../parts/evidence';
import { History } from '../parts/history';
import { ResultView } from '../parts/result';
import { mostTelling, type Row } from '../state/matrix';
import { formatHash } from '../state/route';
import { STATUSES } from '../state/status';
import { visible } from '../state/visible';

export function ClaimView() {
  const { model, route } = usePage();
  const id = route.claim ?? '';
  const claim = model.claimOf.get(id);
  const row = model.rowOf.get(id);
  useEscape(formatHash({ view: 'claims', filters: route.filters }));
  if (claim === undefined) return <NoSuchClaim id={id} />;
  const shown = row === undefined ? undefined : shownColumn(row, model.columns, route.target);
  const result = row?.results[shown?.place ?? -1];
  return (
    <article class="claim-view">
      <ClaimHead claim={claim} />
      {row === undefined ? null : <History row={row} target={shown?.column.id} />}
      {result === undefined || shown === undefined ? (
        <p class="calm">
          {claim.implemented ? 'It was not selected in this run.' : 'This version of the tool cannot try it yet.'}
        </p>
      ) : (
        <div class="seen">
          <ResultView result={result} />
          <Evidence key={`${claim.id} ${shown.column.id}`} result={result} column={shown.column} />
        </div>
      )}
    </article>
  );
}

/** The engine that was asked for, or else the one of which there is most to say. */
function shownColumn(row: Row, columns: readonly Column[], target: string | undefined) {
  const asked = columns.findIndex(({ id }) => id === target);
  const place = asked !== -1 && row.results[asked] !== undefined ? asked : mostTelling(row, STATUSES);
  const column = columns[place];
  return column === undefined ? undefined : { place, column };
}

function NoSuchClaim({ id }: { readonly id: string }) {
  return (
    <>
      <h1>No such claim</h1>
      <p class="lead">
        This report has no claim <code>{visible(id)}</code>. It has <a href="#claims">these</a>.
      </p>
    </>
  );
}

/** Escape leads back to the list that the reader came from. */
function useEscape(back: string): void {
  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) location.hash = back;
    };
    document.addEventListener('keydown', leave);
    return () => document.removeEventListener('keydown', leave);
  }, [back]);
}
