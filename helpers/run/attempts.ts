/** One attempt at a claim: its body with the tools that it is given, within its limit; the verdict and the evidence. */
import type { Claim } from '../claims/claim';
import type { ClaimTools } from '../claims/tools';
import { Verify } from '../verdict/verify';
import { type AttemptVerdict, INTERRUPTED, NOTHING_VERIFIED, PASSED, verdictOf } from './attempt-verdict';
import { Belongings } from './belongings';
import { callToShow } from './call-to-show';
import { callsElsewhere } from './elsewhere';
import { ExclusiveSections } from './exclusive-sections';
import { hostOfClaim } from './host-of-claim';
import { labTools } from './lab-tools';
import { recordedCommands } from './recorded-commands';
import type { ClaimResult } from './result';
import { batchOf } from './schedule';
import { clientsOf, type SessionParts } from './session-parts';
import { type BuiltFixture, type SharedFixtures, transcriptsOf } from './shared-fixtures';
import { withinLimit } from './within-limit';
import { clusterOf, type Workplace, type Workplaces } from './workplaces';

/** Limit of a claim's body in milliseconds, where the claim says nothing. */
const CLAIM_LIMIT_MS = 30_000;

export interface Attempt {
  readonly result: ClaimResult;
  /** What was made meanwhile, to be removed. */
  readonly belongings: Belongings;
}

export class Attempts {
  readonly #exclusive = new ExclusiveSections();

  constructor(
    private readonly parts: SessionParts,
    private readonly workplaces: Workplaces,
    private readonly fixtures: SharedFixtures,
  ) {}

  /**
   * Tries a claim; never throws for what its body or the engine does.
   *
   * @param number which attempt at this claim it is, from 1
   */
  async try(claim: Claim, number: number): Promise<Attempt> {
    const begun = performance.now();
    const belongings = new Belongings();
    const used = new Set<BuiltFixture>();
    const limit = new AbortController();
    const signal = AbortSignal.any([this.parts.signal, limit.signal]);
    const verify = new Verify(signal);
    const workplace = this.workplaces.open({ phase: 'body', maker: claim.id, belongings, signal });
    const verdict = await this.#judge(
      claim,
      this.#tools(workplace, verify, signal, (fixture) => this.fixtures.use(fixture, used, batchOf(claim))),
      limit,
    );
    const { transcript } = workplace;
    const setups = transcriptsOf(used);
    const { answer, ...judged } = verdict;
    const result: ClaimResult = {
      claim: claim.id,
      ...judged,
      durationMs: Math.round(performance.now() - begun),
      attempts: number,
      convergence: verify.convergence,
      evidence: transcript.evidence(verdict.verdict === 'pass' ? 'brief' : 'full', setups),
      shown: callToShow(answer, [transcript, ...setups.toReversed()]),
    };
    return { result, belongings };
  }

  async #judge(claim: Claim, tools: ClaimTools, limit: AbortController): Promise<AttemptVerdict> {
    const interruption = this.parts.signal;
    if (interruption.aborted) return INTERRUPTED;
    try {
      await withinLimit(claim.body(tools), claim.limitMs ?? CLAIM_LIMIT_MS);
      return tools.verify.count === 0 ? NOTHING_VERIFIED : PASSED;
    } catch (thrown) {
      return interruption.aborted ? INTERRUPTED : await verdictOf(thrown, clientsOf(this.parts));
    } finally {
      limit.abort();
    }
  }

  #tools(workplace: Workplace, verify: Verify, signal: AbortSignal, use: ClaimTools['use']) {
    const { parts } = this;
    const { facts, image } = parts;
    const { engine, make, maker, belongings, transcript } = workplace;
    const caller = { maker, transcript, belongings, signal };
    const run = recordedCommands(transcript, signal);
    const tools: ClaimTools = {
      engine,
      make,
      verify,
      facts,
      image,
      signal,
      use,
      exclusive: (name, section) => this.#exclusive.run(name, section, signal),
      run,
      callsAt: callsElsewhere(parts, caller),
      get cluster() {
        return clusterOf(workplace);
      },
      get host() {
        return hostOfClaim(parts, { make, run, transcript, signal });
      },
      get lab() {
        return labTools(parts, caller);
      },
    };
    return tools;
  }
}
