/** One target in one run: it tries claims on it, keeps the evidence, and removes what they made. */
import type { Claim } from '../claims/claim';
import type { ClaimTools, Fixture, FixtureTools } from '../claims/tools';
import type { EngineClient } from '../engine/client';
import { Engine } from '../engine/engine';
import { Transcript } from '../engine/transcript';
import { isEngineTrouble, messageOf } from '../engine/trouble';
import type { TargetFacts } from '../target/facts';
import type { Target } from '../target/target';
import { isClaimFailure } from '../verdict/failure';
import { Verify } from '../verdict/verify';
import { Belongings } from './belongings';
import { runCommand } from './command';
import { MAKER_LABEL, RUN_LABEL } from './identity';
import type { Ledger } from './ledger';
import type { ClaimResult, TriedVerdict } from './result';
import { Semaphore } from './semaphore';
import type { SubnetPool } from './subnets';
import { Workspace } from './workspace';

/** Limit of a claim's body in milliseconds, where the claim says nothing. */
const CLAIM_LIMIT_MS = 30_000;

/** Claims that are tried at the same time on one engine. Two cores are busy with six; more only wait for each other. */
const CONCURRENT_CLAIMS = 8;

export interface SessionParts {
  readonly runId: string;
  readonly target: Target;
  readonly facts: TargetFacts;
  readonly client: EngineClient;
  readonly image: string;
  readonly ledger: Ledger;
  readonly subnets: SubnetPool;
  readonly nextName: () => string;
  /** How often each claim is tried. */
  readonly repeat: number;
  /** Aborts when the run is interrupted. */
  readonly signal: AbortSignal;
  readonly progress: (event: ProgressEvent) => void;
}

export type ProgressEvent =
  | { readonly kind: 'begun'; readonly claim: string }
  | { readonly kind: 'judged'; readonly result: ClaimResult };

interface BuiltFixture {
  readonly value: Promise<unknown>;
  readonly transcript: Transcript;
  /** The fixtures that it uses itself. */
  readonly uses: Set<BuiltFixture>;
}

/** A verdict with what led to it. */
interface Attempt {
  readonly verdict: TriedVerdict;
  readonly reason: string | null;
  readonly failure?: NonNullable<ClaimResult['failure']>;
}

/** A verification that fails on an engine that is gone says nothing of what was claimed. */
const GONE: Attempt = { verdict: 'error', reason: 'the engine stopped answering while this was tried' };
const INTERRUPTED: Attempt = { verdict: 'error', reason: 'the run was interrupted' };

export class Session {
  readonly results: ClaimResult[] = [];
  /** When engine calls were under way; what a run costs beyond them is the suite's own. */
  readonly intervals: { from: number; to: number }[] = [];
  readonly #places = new Semaphore(CONCURRENT_CLAIMS);
  readonly #exclusive = new Map<string, Semaphore>();
  readonly #fixtures = new Map<string, BuiltFixture>();
  readonly #shared = new Belongings();
  readonly #removals: Promise<string[]>[] = [];

  constructor(readonly parts: SessionParts) {}

  /** Tries a claim; never throws. What it made is removed while others are tried. */
  judge(claim: Claim): Promise<ClaimResult> {
    return this.#places.run(async () => {
      this.parts.progress({ kind: 'begun', claim: claim.id });
      const result = await this.#tryRepeatedly(claim);
      this.results.push(result);
      this.parts.progress({ kind: 'judged', result });
      return result;
    });
  }

  /**
   * Removes what is left of the run on the engine, fixtures included.
   *
   * @returns what could not be removed, a line each
   */
  async dispose(): Promise<string[]> {
    const claims = await Promise.all(this.#removals);
    const shared = await this.#remove(this.#shared);
    return [...claims.flat(), ...shared];
  }

  async #tryRepeatedly(claim: Claim): Promise<ClaimResult> {
    let result = await this.#try(claim, 1);
    for (let attempt = 2; attempt <= this.parts.repeat && result.verdict === 'pass'; attempt += 1) {
      const next = await this.#try(claim, attempt);
      result = next.verdict === 'pass' ? next : { ...next, reason: `attempt ${attempt}: ${next.reason}` };
    }
    return result;
  }

  async #try(claim: Claim, attempt: number): Promise<ClaimResult> {
    const begun = performance.now();
    const transcript = new Transcript('body');
    const belongings = new Belongings();
    const used = new Set<BuiltFixture>();
    const limit = new AbortController();
    const signal = AbortSignal.any([this.parts.signal, limit.signal]);
    const verify = new Verify(signal);
    const tools = this.#tools(claim.id, transcript, belongings, used, verify, signal);
    const outcome = await this.#withinLimit(claim, tools, limit, verify);
    const detail = outcome.verdict === 'pass' ? 'brief' : 'full';
    const result: ClaimResult = {
      claim: claim.id,
      ...outcome,
      durationMs: Math.round(performance.now() - begun),
      attempts: attempt,
      convergence: verify.convergence,
      evidence: transcript.evidence(detail, transcriptsOf(used)),
      lastCall: transcript.lastCall,
    };
    this.intervals.push(...transcript.intervals);
    this.#removals.push(this.#remove(belongings));
    return result;
  }

  async #withinLimit(claim: Claim, tools: ClaimTools, limit: AbortController, verify: Verify): Promise<Attempt> {
    if (this.parts.signal.aborted) return INTERRUPTED;
    const limitMs = claim.limitMs ?? CLAIM_LIMIT_MS;
    let expire: NodeJS.Timeout | undefined;
    const expired = new Promise<never>((_resolve, reject) => {
      expire = setTimeout(() => {
        reject(new Error(`was not done within ${limitMs} ms`));
        limit.abort();
      }, limitMs);
    });
    try {
      await Promise.race([claim.body(tools), expired]);
      if (verify.count === 0) return { verdict: 'error', reason: 'the body verified nothing' };
      return { verdict: 'pass', reason: null };
    } catch (thrown) {
      const attempt = this.#verdictOf(thrown);
      return attempt.verdict === 'fail' && !(await this.#answers()) ? GONE : attempt;
    } finally {
      clearTimeout(expire);
      limit.abort();
    }
  }

  #verdictOf(thrown: unknown): Attempt {
    if (this.parts.signal.aborted) return INTERRUPTED;
    if (isClaimFailure(thrown)) {
      const { what, expected, observed } = thrown;
      return { verdict: 'fail', reason: thrown.message, failure: { what, expected, observed } };
    }
    if (isEngineTrouble(thrown)) return { verdict: 'error', reason: `the engine gave no answer: ${thrown.message}` };
    return { verdict: 'error', reason: messageOf(thrown) };
  }

  /** Does the engine still answer at all, whatever it says? */
  async #answers(): Promise<boolean> {
    try {
      await this.parts.client.send({ method: 'GET', path: '/_ping', apiVersion: null });
      return true;
    } catch (error) {
      if (isEngineTrouble(error)) return false;
      throw error;
    }
  }

  #tools(
    maker: string,
    transcript: Transcript,
    belongings: Belongings,
    used: Set<BuiltFixture>,
    verify: Verify,
    signal: AbortSignal,
  ): ClaimTools {
    const { facts, image } = this.parts;
    const { engine, make } = this.#workplace(maker, transcript, belongings, signal);
    return {
      engine,
      make,
      verify,
      facts,
      image,
      signal,
      use: <T>(fixture: Fixture<T>) => this.#use(fixture, used),
      exclusive: (name, section) =>
        this.#exclusiveSection(name).run(async () => {
          // A claim that is over by the time that its turn comes must not disturb the next one.
          signal.throwIfAborted();
          return section();
        }),
      run: async (file, args, options) => {
        const begun = performance.now();
        const result = await runCommand(file, args, options, signal);
        transcript.ran({ command: [file, ...args].join(' '), ...result, ms: Math.round(performance.now() - begun) });
        return result;
      },
    };
  }

  async #use<T>(fixture: Fixture<T>, used: Set<BuiltFixture>): Promise<T> {
    let built = this.#fixtures.get(fixture.name);
    if (built === undefined) {
      const transcript = new Transcript('setup');
      const uses = new Set<BuiltFixture>();
      built = { transcript, uses, value: this.#build(fixture, transcript, uses) };
      this.#fixtures.set(fixture.name, built);
      // Whoever uses it sees the rejection; a fixture that is still under way when its users gave up has none.
      built.value.catch(() => {});
    }
    used.add(built);
    try {
      return (await built.value) as T;
    } catch (error) {
      throw new Error(`the set-up "${fixture.name}" broke: ${messageOf(error)}`, { cause: error });
    }
  }

  async #build<T>(fixture: Fixture<T>, transcript: Transcript, uses: Set<BuiltFixture>): Promise<T> {
    const { facts, image, signal } = this.parts;
    const { engine, make } = this.#workplace(`fixture ${fixture.name}`, transcript, this.#shared, signal);
    const tools: FixtureTools = { engine, make, facts, image, signal, use: (other) => this.#use(other, uses) };
    try {
      return await fixture.build(tools);
    } finally {
      this.intervals.push(...transcript.intervals);
    }
  }

  #workplace(maker: string, transcript: Transcript, belongings: Belongings, signal: AbortSignal) {
    const { nextName, subnets, ledger, image } = this.parts;
    const engine = this.#engine(maker, transcript, belongings, signal);
    return { engine, make: new Workspace({ engine, image, nextName, subnets, belongings, ledger }) };
  }

  #engine(maker: string, transcript: Transcript, belongings: Belongings, signal: AbortSignal): Engine {
    return new Engine({
      client: this.parts.client,
      apiVersion: this.parts.facts.apiVersionAsked,
      transcript,
      signal,
      labels: { [RUN_LABEL]: this.parts.runId, [MAKER_LABEL]: maker },
      created: async (kind, id, body) => {
        belongings.add(kind, id);
        // Anonymous volumes carry no label: only the ledger knows them when the run is killed before it removes them.
        if (kind === 'container' && Object.keys(body.Volumes ?? {}).length > 0) await this.#writeDownVolumes(id);
      },
    });
  }

  async #writeDownVolumes(container: string): Promise<void> {
    const unrecorded = this.#engine('the ledger', new Transcript('setup'), this.#shared, this.parts.signal);
    const { Mounts } = await unrecorded.inspect({ id: container, name: container });
    for (const mount of Mounts ?? []) {
      if (mount.Name !== undefined) {
        this.parts.ledger.volume(mount.Name);
        this.#shared.add('volume', mount.Name);
      }
    }
  }

  #exclusiveSection(name: string): Semaphore {
    const section = this.#exclusive.get(name) ?? new Semaphore(1);
    this.#exclusive.set(name, section);
    return section;
  }

  /** Removal goes on where the run is interrupted: it has limits of its own. */
  async #remove(belongings: Belongings): Promise<string[]> {
    const transcript = new Transcript('setup');
    const { signal } = new AbortController();
    const engine = this.#engine('removal', transcript, belongings, signal);
    try {
      return await belongings.removeAll(engine, signal);
    } catch (error) {
      return [`removal: ${messageOf(error)}`];
    } finally {
      this.intervals.push(...transcript.intervals);
    }
  }
}

/** The transcripts of fixtures, after those of the fixtures that they use; each once. */
function transcriptsOf(fixtures: Iterable<BuiltFixture>, seen = new Set<BuiltFixture>()): Transcript[] {
  return [...fixtures].flatMap((built) => {
    if (seen.has(built)) return [];
    seen.add(built);
    return [...transcriptsOf(built.uses, seen), built.transcript];
  });
}
