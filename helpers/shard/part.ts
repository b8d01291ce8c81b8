/** The part of a run that one process judges. */
import type { Report } from '../../reports/report';
import { UsageError } from '../usage-error';
import { planDigest, type WholePlan } from './plan-digest';
import { checksOf, type Shard } from './shard';

type ReportShard = NonNullable<Report['run']['configuration']['shard']>;

export interface Part<T, C> {
  /** The targets of which it has checks. */
  readonly targets: readonly T[];
  /** The claims of each target, by its id. */
  readonly claims: ReadonlyMap<string, readonly C[]>;
  /** What its report says of it. */
  readonly shard: ReportShard;
}

/**
 * The part of a run that a shard is.
 *
 * @param plan what the whole run would be, beside its targets and claims
 * @throws UsageError where the run has fewer checks than parts, and this one none
 */
export function partOf<T extends { readonly id: string }, C extends { readonly id: string }>(
  { index, count }: Shard,
  targets: readonly T[],
  claims: readonly C[],
  plan: Pick<WholePlan, 'tool' | 'apiVersion' | 'strict' | 'repeat'>,
): Part<T, C> {
  const checks = checksOf({ index, count }, targets, claims);
  if (checks.size === 0) {
    throw new UsageError(
      `part ${index}/${count} is empty: there are ${targets.length * claims.length} checks in all`,
      'cut the run into fewer parts',
    );
  }
  const ids = { targets: targets.map(({ id }) => id), claims: claims.map(({ id }) => id) };
  return {
    targets: [...checks.keys()],
    claims: new Map([...checks].map(([target, own]) => [target.id, own])),
    shard: { index, count, plan: planDigest({ ...plan, ...ids, count }) },
  };
}
