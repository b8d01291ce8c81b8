/** A bar of the statuses of some results, in proportion. The numbers are beside it as text, so that it says nothing by itself. */
import { STATUSES, type Status } from '../state/status';

/** From left to right: what is fine first. */
const ORDER = STATUSES.toReversed().filter((status) => status !== 'not-applicable');

export function Bar({ counts }: { readonly counts: Readonly<Record<Status, number>> }) {
  const shown = ORDER.filter((status) => counts[status] > 0);
  return (
    <div class="bar" aria-hidden="true">
      {shown.map((status) => (
        <span key={status} class={`b-${status}`} style={{ flexGrow: counts[status] }} />
      ))}
    </div>
  );
}
