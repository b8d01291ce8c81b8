/** The claims of one engine, chapter by chapter. */
import { memo } from 'preact/compat';
import { showDuration } from '../../values';
import { byChapter } from '../state/by-chapter';
import type { Row } from '../state/matrix';
import { claimHash } from '../state/route';
import { ClaimName } from './claim-name';
import { usePage } from './context';
import { Sign } from './status';
import { Prose, Said } from './text';

export function ClaimList({ rows }: { readonly rows: readonly Row[] }) {
  const { route } = usePage();
  return (
    <>
      {byChapter(rows).map(({ chapter, rows: own }) => (
        <section key={chapter} class="chapter" aria-labelledby={`chapter-${chapter}`}>
          <h2 id={`chapter-${chapter}`}>
            {chapter} <span class="number">{own.length}</span>
          </h2>
          <ul class="claims">
            {own.map((row) => (
              <Line key={row.claim.id} row={row} href={claimHash(row.claim.id, route.filters)} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

const Line = memo(function Line({ row, href }: { readonly row: Row; readonly href: string }) {
  const { claim, statuses, results } = row;
  const [status] = statuses;
  const [result] = results;
  if (status === undefined || result === undefined) return null;
  const said = status === 'as-expected' ? undefined : (result.change?.why ?? result.reason ?? undefined);
  return (
    <li class={`claim l-${status}`}>
      <a href={href}>
        <Sign status={status} />
        <ClaimName id={claim.id} />
        <span class="statement">
          <Prose of={claim.statement} limit={400} />
          {said === undefined ? null : (
            <span class="said">
              <Said of={said} limit={300} />
            </span>
          )}
        </span>
        <span class={`level level-${claim.level}`}>{claim.level}</span>
        <span class="time">{status === 'not-applicable' ? '' : showDuration(result.durationMs)}</span>
      </a>
    </li>
  );
});
