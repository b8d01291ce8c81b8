/**
 * Plants the faults that claims name, one at a time, and sees whether their checks notice. Each claim is first tried without a
 * fault, all in one session as in any run; then once with each, in a session of its own, since a fixture that was built on a
 * broken engine must not be shared.
 */
import { isImplemented } from '../claims/catalogue';
import type { CatalogueEntry, Claim } from '../claims/claim';
import { whyNotApplicable } from '../run/plan';
import { type PreparedTarget, prepareTarget } from '../run/prepare';
import { reachTarget } from '../run/reach-target';
import { inOrderOfTrial } from '../run/schedule';
import { Semaphore } from '../run/semaphore';
import type { Target } from '../target/target';
import { judge } from '../verdict/outcome';
import type { Fault } from './plant';
import type { Proof, Remark, Trial } from './proof';
import { sweepFaults } from './sweep';
import { inSession, tryWith } from './trial';

/** Faults that are tried at the same time. A claim alone waits more than it works; more than this only wait for each other. */
const CONCURRENT_TRIALS = 6;

export interface ProveOptions {
  readonly target: Target;
  readonly runId: string;
  readonly apiVersion?: string | undefined;
  readonly claims: readonly CatalogueEntry[];
  readonly signal: AbortSignal;
  /** In the place of the faults that claims name, every field that their statements speak of is left out once. */
  readonly sweep?: boolean;
  /** Told of each trial when it is over. */
  readonly tried: (trial: Trial) => void;
}

/**
 * Plants the faults of the claims.
 *
 * @throws UsageError where the target cannot be reached or prepared
 */
export async function prove(options: ProveOptions): Promise<Proof> {
  const begun = performance.now();
  const { runId, signal } = options;
  const prepared = await prepareTarget(await reachTarget(options.target, options.apiVersion), {
    runId,
    repeat: 1,
    signal,
    progress: () => {},
  });
  let proof: Omit<Proof, 'left' | 'durationMs'>;
  try {
    proof = await proveOn(prepared, options);
  } catch (error) {
    await prepared.putBack();
    throw error;
  }
  const { left } = await prepared.putBack();
  return { ...proof, left, durationMs: Math.round(performance.now() - begun) };
}

async function proveOn(prepared: PreparedTarget, options: ProveOptions): Promise<Omit<Proof, 'left' | 'durationMs'>> {
  const implemented = options.claims.filter(isImplemented);
  const { faulty, ...apart } = sorted(implemented, prepared);
  const healthy = await tryWithout(prepared, faulty);
  const sound = faulty.filter((each) => healthy.passed.has(each.claim.id));
  const trials: Promise<Trial | undefined>[] = [];
  const places = new Semaphore(CONCURRENT_TRIALS);
  for (const { claim, faults } of options.sweep === true ? await swept(prepared, sound, places) : sound) {
    for (const fault of faults) {
      const trial = async () => {
        if (options.signal.aborted) return undefined;
        const tried = await tryWith(prepared, claim, fault);
        options.tried(tried);
        return tried;
      };
      trials.push(claim.alone === true ? places.runAlone(trial) : places.run(trial));
    }
  }
  const { withoutFault, notPlantable, notTried } = apart;
  return {
    trials: (await Promise.all(trials)).filter((trial) => trial !== undefined),
    withoutFault,
    notPlantable,
    notTried: [...notTried, ...healthy.known],
    unsound: healthy.unsound,
  };
}

/** The same claims, with the faults of the sweep. */
function swept(prepared: PreparedTarget, sound: readonly Faulty[], places: Semaphore): Promise<Faulty[]> {
  return Promise.all(
    sound.map(async ({ claim }): Promise<Faulty> => {
      const look = () => sweepFaults(prepared, claim);
      return { claim, faults: await (claim.alone === true ? places.runAlone(look) : places.run(look)) };
    }),
  );
}

interface Faulty {
  readonly claim: Claim;
  readonly faults: readonly Fault[];
}

/** The claims whose faults can be tried here, and the others with what is to be said of them. */
function sorted(claims: readonly Claim[], { facts }: PreparedTarget) {
  const faulty: Faulty[] = [];
  const withoutFault: string[] = [];
  const notPlantable: Remark[] = [];
  const notTried: Remark[] = [];
  for (const claim of inOrderOfTrial(claims)) {
    const { id, faults = [] } = claim;
    const absent = whyNotApplicable(claim, facts);
    if ('notPlantable' in faults) notPlantable.push({ claim: id, why: faults.notPlantable });
    else if (faults.length === 0) withoutFault.push(id);
    else if (absent !== null) notTried.push({ claim: id, why: absent });
    else faulty.push({ claim, faults });
  }
  return { faulty, withoutFault, notPlantable, notTried };
}

/** Tries all without a fault. A claim that does not pass then proves nothing by failing later. */
async function tryWithout(prepared: PreparedTarget, faulty: readonly Faulty[]) {
  const results = await inSession(prepared, undefined, (session) =>
    Promise.all(faulty.map(({ claim }) => session.judge(claim))),
  );
  const passed = new Set<string>();
  const [known, unsound]: [Remark[], Remark[]] = [[], []];
  for (const [at, { claim }] of faulty.entries()) {
    const { verdict, reason } = results.value[at] ?? { verdict: 'error', reason: 'it never reported' };
    const { outcome, change } = judge(verdict, claim.changes, prepared.facts, false);
    if (outcome === 'as-expected') passed.add(claim.id);
    else if (outcome === 'known-change') known.push({ claim: claim.id, why: `known to fail here: ${change?.why}` });
    else unsound.push({ claim: claim.id, why: `${outcome}: ${reason ?? verdict}` });
  }
  return { passed, known, unsound };
}
