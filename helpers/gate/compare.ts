/** One target of a run beside a baseline. */
import type { Baseline } from '../../reports/baseline';
import type { Purpose, Report, ReportComparison, ReportDrift, ReportResult, ReportTarget } from '../../reports/report';
import { reasonOf } from '../baseline/make';
import { claimByHand, driftByHand } from './by-hand';
import { compareClaims } from './claims';
import { worstFirst } from './difference';
import { compareDrift } from './drift';

/** What a target is compared with, and how it is called. */
export interface Reference {
  /** The file, or the name of a baseline that comes with this tool. */
  readonly name: string;
  readonly baseline: Baseline;
  /** The version of the tool that measured it, where that is known. */
  readonly toolVersion: string | null;
}

/** The comparison of one target; nothing in it is accepted yet. Every difference is the engine's: what was is the baseline's. */
export function compareTarget(
  report: Report,
  target: ReportTarget,
  { name, baseline, toolVersion }: Reference,
  purpose: Purpose,
): ReportComparison {
  const results = report.results.filter((result) => result.target === target.id);
  const claims = compareClaims(baseline.claims, results, {
    constantReason: (result) => reasonOf(result, target, report.run.id),
    seeByHand: (result) => claimByHand(report, target, result),
  });
  const here = new Set(results.filter(({ verdict }) => verdict !== 'error').map(({ claim }) => claim));
  const drift = compareDrift(
    baseline.drift,
    report.drift.filter((each) => each.target === target.id),
    {
      // A claim that does not apply here makes a whole run no narrower; one that was left out does.
      whole: baseline.claims.every(({ claim, verdict }) => verdict === 'not-applicable' || here.has(claim)),
      isShared: sharedWith(baseline, results),
      seeByHand: (each) => driftByHand(target, each),
    },
  );
  const { vendor, version, apiVersionAsked } = baseline.target;
  return {
    target: target.id,
    purpose,
    baseline: { name, vendor, version, apiVersionAsked, toolVersion },
    compared: claims.compared,
    unchanged: claims.unchanged,
    differences: worstFirst([...claims.differences, ...drift.differences]).map((difference) => ({
      ...difference,
      accepted: false,
    })),
    notCompared: [...claims.notCompared],
    ...(drift.notCompared.length === 0 ? {} : { driftNotCompared: drift.notCompared }),
    waivers: [],
  };
}

/**
 * Would the baseline have seen the place too? Not where the call that shows it was made by claims alone that the baseline has
 * not tried. What no claim made is of what every run asks.
 */
function sharedWith({ claims }: Baseline, results: readonly ReportResult[]): (drift: ReportDrift) => boolean {
  const tried = new Set(claims.flatMap(({ claim, verdict }) => (verdict === 'not-applicable' ? [] : [claim])));
  const byCall = new Map<string, { shared: boolean }>();
  for (const { claim, evidence } of results) {
    for (const call of evidence.calls) {
      const key = callKey(call);
      byCall.set(key, { shared: byCall.get(key)?.shared === true || tried.has(claim) });
    }
  }
  return ({ seen }) => byCall.get(callKey(seen))?.shared ?? true;
}

function callKey({ method, path }: { readonly method: string; readonly path: string }): string {
  return `${method} ${path}`;
}
