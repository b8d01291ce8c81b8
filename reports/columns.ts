/** The engines of a report in the order in which they are compared, and how each is labelled. */
import { forTerminal } from './escape';
import type { ReportTarget } from './report';
import { compareVersions, upstreamVersion } from './versions';

export type Vendor = ReportTarget['vendor'];

/** One engine of the report. All texts are safe to show. */
export interface Column {
  /** As the report names it; not for showing. */
  readonly id: string;
  readonly target: ReportTarget;
  readonly vendor: Vendor;
  /** Short, and different from that of every other column: `28.5.2`, `28.5.2 swarm`, `28.5.2 API 1.44`. */
  readonly label: string;
  /** With the vendor: `Docker 28.5.2`. */
  readonly name: string;
}

const VENDORS: readonly Vendor[] = ['docker', 'podman', 'unknown'];

/** Longest label, in characters. */
const LABEL = 28;

/** Vendor by vendor, within each from the oldest version to the newest, and of one version as the report has them. */
export function columnsOf(targets: readonly ReportTarget[]): readonly Column[] {
  const ordered = targets
    .map((target, index) => ({ target, index }))
    .sort(
      (a, b) =>
        VENDORS.indexOf(a.target.vendor) - VENDORS.indexOf(b.target.vendor) ||
        compareVersions(a.target.version, b.target.version) ||
        a.index - b.index,
    )
    .map(({ target }) => target);
  return ordered.map((target) => {
    const label = forTerminal(labelOf(target, ordered), { limit: LABEL });
    return { id: target.id, target, vendor: target.vendor, label, name: `${vendorName(target.vendor)} ${label}` };
  });
}

export function vendorName(vendor: Vendor): string {
  return { docker: 'Docker', podman: 'Podman', unknown: 'Unknown engine' }[vendor];
}

/** The shortest of four labels that no other engine of the vendor has. */
function labelOf(target: ReportTarget, all: readonly ReportTarget[]): string {
  const others = all.filter((other) => other !== target && other.vendor === target.vendor);
  for (const label of [byVersion, byMode, byApi]) {
    if (others.every((other) => label(other) !== label(target))) return label(target);
  }
  const same = all.filter((other) => other.vendor === target.vendor && byApi(other) === byApi(target));
  return `${byMode(target)} #${same.indexOf(target) + 1}`;
}

function byVersion(target: ReportTarget): string {
  return upstreamVersion(target.version);
}

function byMode(target: ReportTarget): string {
  const { cluster } = target;
  if (cluster === undefined) return byVersion(target);
  const store = cluster.store?.split('://')[0];
  return `${byVersion(target)} ${cluster.mode === 'store' ? (store ?? 'store') : `cluster ${cluster.mode}`}`;
}

function byApi(target: ReportTarget): string {
  return `${byMode(target)} API ${target.apiVersionAsked}`;
}
