/** One claim over the versions of engines: the report's own targets, and the baselines that came with the tool. */

import type { Column } from '../../columns';
import type { PageBaseline } from '../../page-data';
import type { ReportTarget } from '../../report';
import { compareVersions, upstreamVersion } from '../../versions';
import type { Row } from './matrix';
import { type Status, statusOf } from './status';

export interface HistoryEntry {
  readonly vendor: ReportTarget['vendor'];
  /** Not yet safe to show where it is of a baseline. */
  readonly label: string;
  readonly status: Status;
  readonly reason: string | null;
  /** The target of the report; undefined of a baseline. */
  readonly target?: string;
}

export interface VendorHistory {
  readonly vendor: ReportTarget['vendor'];
  /** From the oldest version to the newest; of one version the baseline comes first. */
  readonly entries: readonly HistoryEntry[];
}

/** By vendor. Empty where there is but one measurement, which is no history. */
export function historyOf(
  row: Row,
  columns: readonly Column[],
  baselines: readonly PageBaseline[],
): readonly VendorHistory[] {
  const own = columns.flatMap((column, place) => fromReport(row, column, place));
  const others = baselines
    .flatMap((baseline) => fromBaseline(baseline, row.claim.id))
    .filter((other) => !own.some((each) => saysTheSame(each, other)));
  const measured = [...others, ...own];
  if (measured.length < 2) return [];
  return (['docker', 'podman', 'unknown'] as const).flatMap((vendor) => {
    const entries = measured
      .filter((entry) => entry.vendor === vendor)
      .sort((a, b) => compareVersions(a.version, b.version));
    return entries.length === 0 ? [] : [{ vendor, entries }];
  });
}

/** A baseline that an engine of the report bears out has nothing to add. */
function saysTheSame(own: Versioned, other: Versioned): boolean {
  return own.vendor === other.vendor && own.label === other.label && own.status === other.status;
}

type Versioned = HistoryEntry & { readonly version: string };

function fromBaseline({ vendor, version, cluster, claims }: PageBaseline, id: string): Versioned[] {
  const found = claims.find(({ claim }) => claim === id);
  const known = vendor === 'docker' || vendor === 'podman' ? vendor : 'unknown';
  if (found === undefined) return [];
  const upstream = upstreamVersion(version);
  const label = cluster ? `${upstream} cluster` : upstream;
  return [{ vendor: known, version: upstream, label, status: statusOf(found), reason: found.reason }];
}

function fromReport(row: Row, column: Column, place: number): Versioned[] {
  const [status, result] = [row.statuses[place], row.results[place]];
  if (status === undefined || result === undefined) return [];
  const { vendor, label, id, target } = column;
  return [{ vendor, version: upstreamVersion(target.version), label, status, reason: result.reason, target: id }];
}
