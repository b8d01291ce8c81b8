/** How long each claim took: of one engine grouped by chapter, of many by engine. */

import { type Spread, spreadOf } from '../../spread';
import type { Model } from './model';
import { type Status, statusOf } from './status';

/** One claim on one engine. */
export interface Took {
  readonly group: string;
  readonly claim: string;
  readonly ms: number;
  readonly status: Status;
}

export interface GroupTimes {
  readonly group: string;
  readonly spread: Spread;
}

export interface ClaimTimes {
  readonly took: readonly Took[];
  /** Those of which something was judged. */
  readonly groups: readonly GroupTimes[];
}

/** Below it a claim was judged by what was there already; the axis of these times is logarithmic and has no nought. */
const LEAST_MS = 1;

/** What was not applicable took no time and is left out. */
export function claimTimes({ report, rowOf, rows, columns, columnOf, many }: Model): ClaimTimes {
  const took = report.results.flatMap((result): Took[] => {
    const [row, column] = [rowOf.get(result.claim), columnOf.get(result.target)];
    if (row === undefined || column === undefined || result.verdict === 'not-applicable') return [];
    const group = many ? column.name : row.claim.chapter;
    return [{ group, claim: result.claim, ms: Math.max(LEAST_MS, result.durationMs), status: statusOf(result) }];
  });
  const names = many ? columns.map(({ name }) => name) : [...new Set(rows.map(({ claim }) => claim.chapter))];
  const groups = names.flatMap((group): GroupTimes[] => {
    const [first, ...rest] = took.filter((each) => each.group === group).map(({ ms }) => ms);
    return first === undefined ? [] : [{ group, spread: spreadOf([first, ...rest]) }];
  });
  return { took, groups };
}
