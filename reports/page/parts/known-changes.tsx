/** What departs as it is known to, and what was waived: claim by claim, with the reason. */
import type { ReportResult } from '../../report';
import type { Row } from '../state/matrix';
import { claimHash } from '../state/route';
import type { Status } from '../state/status';
import { ClaimName } from './claim-name';
import { usePage } from './context';
import { Sign } from './status';
import { Code, Prose, Reference, Said } from './text';

/** Claims above which the list is folded. */
const OPEN = 30;

export function KnownChanges() {
  return (
    <>
      <Known status="known-change" id="known" title="Known changes" />
      <Known status="waived" id="waived" title="Waived" />
    </>
  );
}

function Known({ status, id, title }: { readonly status: Status; readonly id: string; readonly title: string }) {
  const { model } = usePage();
  const rows = model.rows.filter((row) => row.statuses.includes(status));
  if (rows.length === 0) return null;
  const list = (
    <ul class="known">
      {rows.map((row) => (
        <KnownRow key={row.claim.id} row={row} status={status} />
      ))}
    </ul>
  );
  return (
    <section class="part" aria-labelledby={id}>
      <h2 id={id}>
        {title} <span class="number">{rows.length}</span>
      </h2>
      {rows.length <= OPEN ? (
        list
      ) : (
        <details class="bare">
          <summary>Show them</summary>
          {list}
        </details>
      )}
    </section>
  );
}

function KnownRow({ row, status }: { readonly row: Row; readonly status: Status }) {
  const { model, route } = usePage();
  const places = row.statuses.flatMap((each, place) => (each === status ? [place] : []));
  const reasons = distinct(places.flatMap((place) => row.results[place] ?? []));
  return (
    <li>
      <div class="who">
        <Sign status={status} label={false} />
        <a href={claimHash(row.claim.id, route.filters)}>
          <ClaimName id={row.claim.id} />
        </a>
        {model.many ? <span class="where">{places.map((place) => model.columns[place]?.name).join(', ')}</span> : null}
      </div>
      <div class="why">
        {reasons.map((result) => (
          <p key={result.target}>
            <Why of={result} />
          </p>
        ))}
      </div>
    </li>
  );
}

function Why({ of: { change, reason } }: { readonly of: ReportResult }) {
  if (change === undefined) return <Said of={reason ?? 'No reason given.'} limit={400} />;
  return (
    <>
      <Prose of={change.why} limit={600} />{' '}
      <span class="quiet">
        <Code of={change.engine} /> · <Reference of={change.reference} />
      </span>
    </>
  );
}

/** One result for each thing that is said. */
function distinct(results: readonly ReportResult[]): readonly ReportResult[] {
  const said = (result: ReportResult) => JSON.stringify([result.change, result.change === undefined && result.reason]);
  return [...new Map(results.map((result) => [said(result), result])).values()];
}
