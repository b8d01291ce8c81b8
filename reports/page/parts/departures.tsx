/** Everything that a person must look at: regressions, unexpected passes, errors, claim by claim. */
import type { Row } from '../state/matrix';
import { claimHash } from '../state/route';
import { isUrgent, STATUSES, type Status } from '../state/status';
import { ClaimName } from './claim-name';
import { usePage } from './context';
import { Command } from './copy';
import { Failure } from './failure';
import { StatusTag } from './status';
import { Prose, Said } from './text';

/** Cards that are shown; a broken engine has an error for every claim. */
const SHOWN = 12;

interface Departure {
  readonly row: Row;
  readonly status: Status;
  /** The places of the engines. */
  readonly places: readonly number[];
}

export function Departures() {
  const { model } = usePage();
  const all = model.rows.flatMap(departuresOf).sort((a, b) => STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status));
  if (all.length === 0) return <p class="calm">Nothing departs that is not known, and nothing ended in an error.</p>;
  const more = all.length - SHOWN;
  return (
    <section class="part" aria-labelledby="departures">
      <h2 id="departures">
        Departures <span class="number">{all.length}</span>
      </h2>
      <div class="cards">
        {all.slice(0, SHOWN).map((each) => (
          <DepartureCard key={`${each.status} ${each.row.claim.id}`} of={each} />
        ))}
      </div>
      {more > 0 ? (
        <p>
          <a href="#claims?status=regression,unexpected-pass,error">All {all.length}, as a list</a>
        </p>
      ) : null}
    </section>
  );
}

function DepartureCard({ of: { row, status, places } }: { readonly of: Departure }) {
  const { model, route } = usePage();
  const [first] = places;
  const result = first === undefined ? undefined : row.results[first];
  if (result === undefined) return null;
  return (
    <article class={`card c-${status}`}>
      <header>
        <StatusTag status={status} />
        {model.many ? (
          <span class="where">
            {places.map((place) => {
              const column = model.columns[place];
              return column === undefined ? null : (
                <a key={place} href={claimHash(row.claim.id, route.filters, column.id)}>
                  {column.name}
                </a>
              );
            })}
          </span>
        ) : null}
      </header>
      <h3>
        <a href={claimHash(row.claim.id, route.filters, result.target)}>
          <ClaimName id={row.claim.id} />
        </a>
      </h3>
      <p class="statement">
        <Prose of={row.claim.statement} />
      </p>
      {result.failure === undefined ? (
        <p class="reason">
          <Said
            of={
              result.reason ??
              (status === 'unexpected-pass' ? 'It holds, though this engine is known to fail it.' : 'No reason given.')
            }
            limit={600}
          />
        </p>
      ) : (
        <Failure failure={result.failure} limit={400} />
      )}
      {result.seeByHand === null ? null : <Command line={result.seeByHand} label={`the command for ${row.claim.id}`} />}
    </article>
  );
}

/** One departure for each urgent status of a claim. */
function departuresOf(row: Row): Departure[] {
  const urgent = new Map<Status, number[]>();
  for (const [place, status] of row.statuses.entries()) {
    if (status === undefined || !isUrgent(status)) continue;
    urgent.set(status, [...(urgent.get(status) ?? []), place]);
  }
  return [...urgent].map(([status, places]) => ({ row, status, places }));
}
