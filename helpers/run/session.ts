/** One target in one run: it tries claims on it, keeps the evidence, and removes what they made. */
import type { Claim } from '../claims/claim';
import { madeOneByOne } from '../engine/one-by-one';
import { Attempts } from './attempts';
import { Batches } from './batches';
import { Belongings } from './belongings';
import { Removal } from './removal';
import type { ClaimResult } from './result';
import { Semaphore } from './semaphore';
import type { SessionParts } from './session-parts';
import { SharedFixtures } from './shared-fixtures';
import { Workplaces } from './workplaces';

export type { ProgressEvent, SessionParts } from './session-parts';

/** Claims that are tried at the same time on one engine. Two cores are busy with six; more only wait for each other. */
const CONCURRENT_CLAIMS = 8;

export class Session {
  readonly results: ClaimResult[] = [];
  readonly #places: Semaphore;
  readonly #batches = new Batches();
  /** Claims that are expected and not judged yet. */
  #left = 0;
  readonly #unlabelled = new Belongings();
  readonly #workplaces: Workplaces;
  readonly #fixtures: SharedFixtures;
  readonly #attempts: Attempts;
  readonly #removal: Removal;

  constructor(readonly parts: SessionParts) {
    this.#places = new Semaphore(madeOneByOne(parts.facts) === undefined ? CONCURRENT_CLAIMS : 1);
    this.#workplaces = new Workplaces(parts, this.#unlabelled);
    this.#fixtures = new SharedFixtures(parts, this.#workplaces);
    this.#attempts = new Attempts(parts, this.#workplaces, this.#fixtures);
    this.#removal = new Removal(this.#workplaces, parts.signal);
  }

  /** When engine calls were under way; what a run costs beyond them is the suite's own. */
  get intervals(): readonly { readonly from: number; readonly to: number }[] {
    return this.#workplaces.intervals;
  }

  /** Tells which claims will be tried, so that fixtures are removed as soon as none of them can ask for them any more. */
  expect(claims: readonly Claim[]): void {
    this.#batches.expect(claims);
    this.#left = claims.length;
  }

  /** Tries a claim; never throws. What it made is removed while others are tried. */
  async judge(claim: Claim): Promise<ClaimResult> {
    await this.parts.turn?.begin();
    if (claim.alone !== true) return this.#places.run(() => this.#judge(claim));
    return this.#places.runAlone(async () => {
      await this.#removal.settled();
      return this.#judge(claim);
    });
  }

  async #judge(claim: Claim): Promise<ClaimResult> {
    this.parts.progress({ kind: 'begun', claim: claim.id });
    const result = await this.#tryRepeatedly(claim);
    this.results.push(result);
    this.parts.progress({ kind: 'judged', result });
    this.#batches.done(claim);
    this.#left -= 1;
    if (this.#left === 0) this.parts.turn?.end();
    this.#removeLater(this.#fixtures.release((batch) => this.#batches.isDone(batch)));
    return result;
  }

  /**
   * Removes what is left of the run on the engine, fixtures included.
   *
   * @returns what could not be removed, a line each
   */
  async dispose(): Promise<string[]> {
    this.#removeLater(this.#fixtures.release(() => true));
    // Most of its volumes went with their containers by then.
    return this.#removal.finish(this.#unlabelled);
  }

  async #tryRepeatedly(claim: Claim): Promise<ClaimResult> {
    let result = await this.#try(claim, 1);
    for (let number = 2; number <= this.parts.repeat && result.verdict === 'pass'; number += 1) {
      // What the last attempt disturbed is to be whole again.
      if (claim.alone === true) await this.#removal.settled();
      const next = await this.#try(claim, number);
      result = next.verdict === 'pass' ? next : { ...next, reason: `attempt ${number}: ${next.reason}` };
    }
    return result;
  }

  async #try(claim: Claim, number: number): Promise<ClaimResult> {
    const { result, belongings } = await this.#attempts.try(claim, number);
    this.#removeLater([belongings]);
    return result;
  }

  /** In one go, since the networks of some hold the containers of others. */
  #removeLater(all: readonly Belongings[]): void {
    if (all.length > 0) this.#removal.begin(Belongings.together(all));
  }
}
