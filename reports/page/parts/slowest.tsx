/** The claims that took longest. */
import { showDuration } from '../../values';
import { claimHash } from '../state/route';
import { ClaimName } from './claim-name';
import { usePage } from './context';

const SHOWN = 12;

export function Slowest() {
  const { model, route } = usePage();
  const slowest = model.report.results
    .filter(({ verdict, claim }) => verdict !== 'not-applicable' && model.rowOf.has(claim))
    .toSorted((a, b) => b.durationMs - a.durationMs)
    .slice(0, SHOWN);
  const [longest] = slowest;
  if (longest === undefined || longest.durationMs === 0) return null;
  return (
    <section class="part" aria-labelledby="slowest">
      <h2 id="slowest">The longest</h2>
      <ol class="slowest">
        {slowest.map((result) => (
          <li key={`${result.target} ${result.claim}`}>
            <a href={claimHash(result.claim, route.filters, result.target)}>
              <ClaimName id={result.claim} />
            </a>
            {model.many ? <span class="where">{model.columnOf.get(result.target)?.name}</span> : null}
            <span class="length" aria-hidden="true">
              <span style={{ width: `${(100 * result.durationMs) / longest.durationMs}%` }} />
            </span>
            <span class="time">{showDuration(result.durationMs)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
