/** The filters of claims: status, chapter, level, vendor. */
import { useMemo } from 'preact/hooks';
import { type Vendor, vendorName } from '../../columns';
import { SHOWN, type Status } from '../state/status';
import { Choices } from './choices';
import { usePage } from './context';
import { Differing } from './differing';
import { Sign } from './status';

export function ClaimFilters() {
  const { model } = usePage();
  const counts = useMemo(
    () => ({
      status: tallied(model.rows.flatMap((row) => [...new Set(row.statuses)])),
      chapter: tallied(model.rows.map(({ claim }) => claim.chapter)),
      level: tallied(model.rows.map(({ claim }) => claim.level)),
      vendor: tallied(model.columns.map(({ vendor }) => vendor)),
    }),
    [model],
  );
  return (
    <>
      <Choices
        filter="status"
        title="Status"
        counts={counts.status}
        show={(status) => <Named status={status as Status} />}
      />
      <Choices filter="chapter" title="Chapter" counts={counts.chapter} />
      <Choices filter="level" title="Level" counts={counts.level} />
      <Choices filter="vendor" title="Vendor" counts={counts.vendor} show={(vendor) => vendorName(vendor as Vendor)} />
      <Differing />
    </>
  );
}

function Named({ status }: { readonly status: Status }) {
  return (
    <>
      <Sign status={status} label={false} />
      {SHOWN[status].word}
    </>
  );
}

function tallied(values: readonly (string | undefined)[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const value of values) if (value !== undefined) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
