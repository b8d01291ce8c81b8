/** Evidence for the page: packed by claim and bounded, since that of many engines is tens of megabytes of JSON. */
import { deflateSync } from 'node:zlib';
import type { PackedEvidence, PackedEvidences } from '../page-data';
import type { Report, ReportResult } from '../report';

/** Characters of packed evidence that a page carries; some 100 MB of JSON fit. */
export const EVIDENCE_LIMIT = 12_000_000;

export interface PageEvidence {
  readonly packed: PackedEvidences;
  /** The results without their evidence. */
  readonly results: readonly ReportResult[];
  /** How many had some that the page does not carry. */
  readonly leftOut: number;
}

/**
 * Packs evidence claim by claim until the limit is reached: first of claims that depart or could not be judged, then of
 * known changes and waivers, then the rest, each in the order of the report.
 */
export function packEvidence(report: Report, limit = EVIDENCE_LIMIT): PageEvidence {
  const claims = new Map<string, ReportResult[]>();
  for (const result of report.results) {
    const own = claims.get(result.claim);
    if (own === undefined) claims.set(result.claim, [result]);
    else own.push(result);
  }
  const packed: Record<string, string> = Object.create(null);
  let room = limit;
  for (const [claim, results] of [...claims].sort(([, a], [, b]) => urgency(b) - urgency(a))) {
    const evidences: PackedEvidence[] = results
      .filter(hasEvidence)
      .map(({ target, evidence }) => ({ target, evidence }));
    if (evidences.length === 0) continue;
    const text = deflateSync(JSON.stringify(evidences)).toString('base64');
    if (text.length > room) continue;
    room -= text.length;
    packed[claim] = text;
  }
  const left = report.results.filter((result) => hasEvidence(result) && !Object.hasOwn(packed, result.claim));
  const missing = new Set(left);
  return {
    packed,
    results: report.results.map((result) => ({
      ...result,
      evidence: { calls: [], commands: [], truncated: result.evidence.truncated || missing.has(result) },
    })),
    leftOut: left.length,
  };
}

function hasEvidence({ evidence }: ReportResult): boolean {
  return evidence.calls.length > 0 || evidence.commands.length > 0;
}

function urgency(results: readonly ReportResult[]): number {
  return Math.max(
    ...results.map(({ verdict, outcome }) => {
      if (outcome === 'regression' || outcome === 'unexpected-pass' || verdict === 'error') return 2;
      return outcome === 'known-change' || outcome === 'waived' ? 1 : 0;
    }),
  );
}
