/** A run beside the baselines that come with this tool: whether a host behaves like a healthy engine of its version. */
import type { Report } from '../../reports/report';
import { type NamedBaseline, ownBaseline, shippedBaselines } from '../baseline/shipped';
import { compareTarget } from './compare';
import { verifiedReport } from './verdict';

/** The report with a comparison for each target whose version was measured; as it was where there is none. */
export function besideOwnVersions(report: Report, shipped: readonly NamedBaseline[] = shippedBaselines()): Report {
  const comparisons = report.targets.flatMap((target) => {
    const own = ownBaseline(target, shipped);
    if (own === undefined) return [];
    return [compareTarget(report, target, { ...own, toolVersion: null }, 'own-version')];
  });
  return comparisons.length === 0 ? report : verifiedReport(report, comparisons);
}
