/** One claim over the versions of each vendor: the engines of the report, each a way to what was seen on it, and baselines. */

import { vendorName } from '../../columns';
import { departingVersions } from '../../departing-versions';
import { type HistoryEntry, historyOf } from '../state/history';
import type { Row } from '../state/matrix';
import { claimHash } from '../state/route';
import { visible } from '../state/visible';
import { usePage } from './context';
import { Sign } from './status';

interface HistoryProps {
  readonly row: Row;
  /** The engine that is looked at. */
  readonly target: string | undefined;
}

export function History({ row, target }: HistoryProps) {
  const { model } = usePage();
  const histories = historyOf(row, model.columns, model.baselines);
  if (histories.length === 0) return null;
  const said = departingVersions(
    model.columns,
    row.results.map((result) => result?.verdict),
  );
  return (
    <nav class="history" aria-labelledby="history">
      <h2 id="history">Over versions</h2>
      {said.map(({ text }) => (
        <p key={text}>{text}.</p>
      ))}
      {histories.map(({ vendor, entries }) => (
        <div key={vendor} class="lane">
          <h3>{vendorName(vendor)}</h3>
          <ol>
            {entries.map((entry, index) => (
              <li key={`${index}`}>
                <Entry entry={entry} row={row} isShown={entry.target !== undefined && entry.target === target} />
              </li>
            ))}
          </ol>
        </div>
      ))}
    </nav>
  );
}

interface EntryProps {
  readonly entry: HistoryEntry;
  readonly row: Row;
  readonly isShown: boolean;
}

function Entry({ entry, row, isShown }: EntryProps) {
  const { route } = usePage();
  const { status, label, reason, target } = entry;
  if (target !== undefined) {
    return (
      <a href={claimHash(row.claim.id, route.filters, target)} aria-current={isShown ? 'true' : undefined}>
        <Sign status={status} />
        {label}
      </a>
    );
  }
  return (
    <span title={reason === null ? undefined : visible(reason, 300)}>
      <Sign status={status} />
      {visible(label, 40)} <small>baseline</small>
    </span>
  );
}
