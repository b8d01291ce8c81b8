/** Accepts differences by waivers, and says which waivers are not in order. */
import type { Report, ReportComparison, ReportDifference } from '../../reports/report';
import { isClaimOf, isDriftOf, isTargetOf } from './patterns';
import type { PatternPlace, PlacedWaiver } from './waivers-file';

/** What a waiver accepts that names no kinds of change: what departs now. */
const DEPARTS: readonly ReportDifference['change'][] = ['regression', 'changed-reason', 'new'];

type Problem = ReportComparison['waivers'][number];

/**
 * The comparisons with what waivers accept marked so. A waiver that is not in order is told of in the first comparison of a
 * target that it speaks of. One of other targets alone is left alone: a file may serve many gates.
 *
 * @param today as `2027-01-31`, in UTC
 */
export function waive(
  comparisons: readonly ReportComparison[],
  waivers: readonly PlacedWaiver[],
  report: Report,
  today: string,
): ReportComparison[] {
  const valid = waivers.filter((waiver) => !isExpired(waiver, today));
  const accepted = comparisons.map((comparison) => ({
    ...comparison,
    differences: comparison.differences.map((difference) => judged(difference, comparison.target, valid)),
  }));
  const problems = waivers.flatMap((waiver) => {
    const own = accepted.filter(({ target }) => isTargetOf(waiver.targets, target));
    const [first] = own;
    if (first === undefined) return [];
    const found = isExpired(waiver, today) ? [expired(waiver)] : idlePatterns(waiver, own, report);
    return found.map((problem) => ({ problem, target: first.target }));
  });
  return accepted.map((comparison) => ({
    ...comparison,
    waivers: problems.filter(({ target }) => target === comparison.target).map(({ problem }) => problem),
  }));
}

function judged(difference: ReportDifference, target: string, waivers: readonly PlacedWaiver[]): ReportDifference {
  const waiver = waivers.find((each) => isTargetOf(each.targets, target) && accepts(each, difference));
  if (waiver === undefined) return difference;
  return { ...difference, accepted: true, waiver: `${waiver.reason} (${waiver.owner}, until ${waiver.expires})` };
}

function accepts(waiver: PlacedWaiver, difference: ReportDifference): boolean {
  const patterns = difference.subject === 'claim' ? waiver.claims : waiver.drift;
  return patterns.some((pattern) => acceptsBy(pattern, waiver, difference));
}

function acceptsBy({ pattern }: PatternPlace, { changes }: PlacedWaiver, difference: ReportDifference): boolean {
  const matches = difference.subject === 'claim' ? isClaimOf : isDriftOf;
  return (changes ?? DEPARTS).includes(difference.change) && matches(pattern, difference.id);
}

function isExpired({ expires }: PlacedWaiver, today: string): boolean {
  return expires < today;
}

function expired(waiver: PlacedWaiver): Problem {
  return {
    where: `${waiver.file}:${waiver.first}`,
    problem: 'expired',
    message: `it held until ${waiver.expires}: delete ${lines(waiver)}, or say until when it holds`,
  };
}

/** The patterns of a waiver that accept nothing, where the run says something of what they name. */
function idlePatterns(waiver: PlacedWaiver, comparisons: readonly ReportComparison[], report: Report): Problem[] {
  const all = [...waiver.claims, ...waiver.drift];
  return [
    ...waiver.claims.flatMap((place) => problemOf(place, idleClaim(place, waiver, comparisons, report))),
    ...waiver.drift.flatMap((place) => problemOf(place, idleDrift(place, waiver, comparisons, report))),
  ];

  function problemOf({ pattern, first, last }: PatternPlace, why: Idle | undefined): Problem[] {
    if (why === undefined) return [];
    // With its only pattern a waiver goes as a whole.
    const what = all.length === 1 ? waiver : { first, last };
    const message = `${pattern} ${why.says}: delete ${lines(what)}`;
    return [{ where: `${waiver.file}:${what.first}`, problem: why.problem, message }];
  }
}

type Idle = { readonly problem: 'matches-nothing' | 'passes-now'; readonly says: string };

const NOTHING: Idle = { problem: 'matches-nothing', says: 'matches nothing that changed' };

function idleClaim(
  place: PatternPlace,
  waiver: PlacedWaiver,
  comparisons: readonly ReportComparison[],
  { results, claims }: Report,
): Idle | undefined {
  const differences = comparisons.flatMap((each) => each.differences).filter(({ subject }) => subject === 'claim');
  if (differences.some((difference) => acceptsBy(place, waiver, difference))) return undefined;
  const targets = new Set(comparisons.map(({ target }) => target));
  const decided = results.filter(
    ({ target, claim, verdict }) =>
      targets.has(target) && (verdict === 'pass' || verdict === 'fail') && isClaimOf(place.pattern, claim),
  );
  const known = [
    ...claims.map(({ id }) => id),
    ...comparisons.flatMap(({ notCompared }) => notCompared.map(({ claim }) => claim)),
  ];
  // Of what was not judged here a run says nothing: neither that it departs nor that it does not.
  if (decided.length === 0 && known.some((claim) => isClaimOf(place.pattern, claim))) return undefined;
  if (decided.length > 0 && decided.every(({ verdict }) => verdict === 'pass')) {
    return { problem: 'passes-now', says: 'passes now' };
  }
  return NOTHING;
}

function idleDrift(
  place: PatternPlace,
  waiver: PlacedWaiver,
  comparisons: readonly ReportComparison[],
  report: Report,
): Idle | undefined {
  const differences = comparisons
    .flatMap((each) => each.differences)
    .filter(({ subject, id }) => subject === 'drift' && isDriftOf(place.pattern, id));
  if (differences.some((difference) => acceptsBy(place, waiver, difference))) return undefined;
  if (differences.some(({ change }) => change === 'gone')) {
    return { problem: 'passes-now', says: 'departs no more' };
  }
  const unsaid = comparisons.flatMap(({ driftNotCompared = [] }) => driftNotCompared);
  if (unsaid.some((id) => isDriftOf(place.pattern, id))) return undefined;
  return comparisons.some((comparison) => isPartial(comparison, report)) ? undefined : NOTHING;
}

/** Did the run leave out claims of the baseline? Then drift that it did not see may be there all the same. */
function isPartial({ target, notCompared }: ReportComparison, { results }: Report): boolean {
  const tried = new Set(results.filter((result) => result.target === target).map(({ claim }) => claim));
  return notCompared.some(({ claim, side }) => side === 'baseline' && !tried.has(claim));
}

function lines({ first, last }: { readonly first: number; readonly last: number }): string {
  return first === last ? `line ${first}` : `lines ${first} to ${last}`;
}
