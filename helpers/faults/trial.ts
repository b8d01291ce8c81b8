/** One claim on an engine with one fault, or with none: in a session of its own, through a proxy. */
import type { Claim } from '../claims/claim';
import type { PreparedTarget } from '../run/prepare';
import type { ClaimResult } from '../run/result';
import { Session } from '../run/session';
import type { Fault, Plant } from './plant';
import type { Trial } from './proof';
import { openWays } from './ways';

/** What of a prepared target a trial needs. */
export type TrialTarget = Pick<PreparedTarget, 'target' | 'facts' | 'session'>;

/** Plants a fault, and tries the claim. What came of it is never thrown. */
export async function tryWith(prepared: TrialTarget, claim: Claim, fault: Fault): Promise<Trial> {
  const { value, planted, broken } = await inSession(prepared, fault.plant, (session) => session.judge(claim));
  const { verdict, reason, durationMs } = value;
  const amiss = whatIsAmiss(value, fault, planted, broken);
  return {
    claim: claim.id,
    what: fault.what,
    noticed: verdict === 'fail' && amiss === undefined,
    verdict,
    reason: [amiss, reason].filter((part) => part !== undefined && part !== null).join(': '),
    planted,
    durationMs,
  };
}

/** Why a failure does not show that the fault was noticed; undefined where it does. */
function whatIsAmiss(
  { verdict, reason }: ClaimResult,
  { expect = /./ }: Fault,
  planted: number,
  broken: readonly string[],
): string | undefined {
  if (broken.length > 0) return `the fault itself broke at ${broken[0]}`;
  if (planted === 0) return 'it was never planted, as no call was such';
  if (verdict === 'fail' && !expect.test(reason ?? '')) return `not for the reason ${expect}`;
  return undefined;
}

/** Opens a session through a proxy with this fault, and closes it with what was made in it, the fault lifted. */
export async function inSession<T>(
  { target, facts, session }: TrialTarget,
  plant: Plant | undefined,
  use: (session: Session) => Promise<T>,
): Promise<{ readonly value: T; readonly planted: number; readonly broken: readonly string[] }> {
  const ways = await openWays(target, session.parts.cluster, plant);
  const { endpoint, client, cluster, startedBy, through } = ways;
  const own = new Session({
    ...{ ...session.parts, client, through, facts: { ...facts, endpoint } },
    ...(startedBy === undefined ? {} : { target: { ...session.parts.target, startedBy } }),
    ...(cluster === undefined ? {} : { cluster }),
  });
  try {
    const value = await use(own);
    return { value, planted: ways.planted, broken: ways.broken };
  } finally {
    ways.lift();
    // What it could not remove is found when the target is put back.
    await own.dispose();
    await ways.close();
  }
}
