/** What a claim says, where that is from, and the ways to the list and to its neighbours. */
import type { ReportClaim } from '../../report';
import { documentLines } from '../../view';
import { filteredRows } from '../state/matrix';
import { claimHash, formatHash } from '../state/route';
import { visible } from '../state/visible';
import { ClaimName } from './claim-name';
import { usePage } from './context';
import { Prose } from './text';

const LEVELS: Readonly<Record<ReportClaim['level'], string>> = {
  stated: 'Stated: the document says it.',
  implied: 'Implied: what the document says relies on it.',
  erratum: 'Erratum: the document is wrong, and what is true is checked.',
};

export function ClaimHead({ claim }: { readonly claim: ReportClaim }) {
  const { model, route } = usePage();
  const rows = filteredRows(model.rows, model.columns, route.filters);
  const at = rows.findIndex((row) => row.claim.id === claim.id);
  const [before, after] = at === -1 ? [] : [rows[at - 1], rows[at + 1]];
  const lines = documentLines(claim);
  return (
    <header class="claim-head">
      <nav aria-label="Claims">
        <a href={formatHash({ view: 'claims', filters: route.filters })}>{model.many ? 'Matrix' : 'Claims'}</a>
        {before === undefined ? null : (
          <a href={claimHash(before.claim.id, route.filters, route.target)} title={before.claim.id}>
            <span aria-hidden="true">←</span> Previous
          </a>
        )}
        {after === undefined ? null : (
          <a href={claimHash(after.claim.id, route.filters, route.target)} title={after.claim.id}>
            Next <span aria-hidden="true">→</span>
          </a>
        )}
      </nav>
      <h1>
        <ClaimName id={claim.id} />
      </h1>
      <p class="statement">
        <Prose of={claim.statement} />
      </p>
      {claim.documentSays === undefined ? null : (
        <p class="says">
          The document says instead: <Prose of={claim.documentSays} />
        </p>
      )}
      <p class="quiet">
        {LEVELS[claim.level]}
        {lines === '' ? '' : ` ${lines.charAt(0).toUpperCase()}${lines.slice(1)} of the document.`}
        {claim.needs.length === 0 ? '' : ` Needs ${claim.needs.map((need) => visible(need)).join(', ')}.`}
      </p>
    </header>
  );
}
