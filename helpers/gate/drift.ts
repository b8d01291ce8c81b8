/** Path by path: where answers departed from the schemas in a baseline, and where they do in a run. */
import { type BaselineDrift, driftId } from '../../reports/baseline';
import type { ReportDrift } from '../../reports/report';
import { inOneLine, type RawDifference } from './difference';

export interface DriftSettings {
  /**
   * Whether the run tried all that the baseline did. Where it did not, a place that was not seen says nothing, and none is
   * said to be gone.
   */
  readonly whole: boolean;
  /** Whether the baseline would have this place too, had its engine departed there. */
  isShared(drift: ReportDrift): boolean;
  seeByHand(drift: ReportDrift): string | null;
}

export interface DriftComparison {
  readonly differences: readonly RawDifference[];
  /** Ids of places that only what one side alone tried may have shown. */
  readonly notCompared: readonly string[];
}

/** The places that depart on one side only, or in another way. */
export function compareDrift(
  before: readonly BaselineDrift[],
  now: readonly ReportDrift[],
  { whole, isShared, seeByHand }: DriftSettings,
): DriftComparison {
  const [earlier, present] = [new Set(before.map(driftId)), new Set(now.map(driftId))];
  const appeared = now.filter((drift) => !earlier.has(driftId(drift)));
  const vanished = before.filter((drift) => !present.has(driftId(drift)));
  const left = new Map(vanished.map((drift) => [driftId(drift), drift]));
  const differences: RawDifference[] = [];
  const notCompared: string[] = [];
  for (const drift of appeared) {
    const was = sole(drift, vanished, appeared);
    if (was !== undefined) left.delete(driftId(was));
    if (was === undefined && !isShared(drift)) notCompared.push(driftId(drift));
    else differences.push(appearance(drift, was, seeByHand(drift)));
  }
  if (!whole) return { differences, notCompared: [...notCompared, ...left.keys()] };
  const gone = [...left.values()].map((drift): RawDifference => {
    const { kind, expected } = drift;
    const was = inOneLine(`${kind}: expected ${expected}`);
    return { subject: 'drift', id: driftId(drift), change: 'gone', was, is: null, seeByHand: null };
  });
  return { differences: [...differences, ...gone], notCompared };
}

function appearance(drift: ReportDrift, was: BaselineDrift | undefined, seeByHand: string | null): RawDifference {
  return {
    subject: 'drift',
    id: driftId(drift),
    change: was === undefined ? 'new' : 'changed-reason',
    was: was === undefined ? null : inOneLine(`${was.kind}: expected ${was.expected}`),
    is: inOneLine(`${drift.kind}: expected ${drift.expected}${observed(drift)}`),
    ...(drift.known === undefined ? {} : { since: drift.known }),
    seeByHand,
  };
}

/** The one way in which the same place departed before, where it is one and departs in one way now. */
function sole(
  drift: ReportDrift,
  vanished: readonly BaselineDrift[],
  appeared: readonly ReportDrift[],
): BaselineDrift | undefined {
  const there = (other: BaselineDrift | ReportDrift) => other.schema === drift.schema && other.path === drift.path;
  const before = vanished.filter(there);
  return before.length === 1 && appeared.filter(there).length === 1 ? before[0] : undefined;
}

function observed({ kind, observed }: ReportDrift): string {
  return kind === 'missing' ? '' : `, observed ${observed}`;
}
