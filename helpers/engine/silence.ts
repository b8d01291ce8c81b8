/**
 * An engine that says nothing any more: cut off, frozen or deadlocked. Each call would wait for its whole limit, and with hundreds
 * of them a run would take an hour to say so.
 */

/** Calls that ran into their limit, none answered in between, after which an engine is taken for silent. */
const UNANSWERED_CALLS = 3;
/** Milliseconds without any answer before that. Under load engines take some seconds for a call, and answer others meanwhile. */
const SILENT_MS = 15_000;
/** Milliseconds between two calls that are let through to a silent engine, to see whether it speaks again. */
const PAUSE_MS = 5_000;
/** Milliseconds that such a call may take. */
const TRIAL_MS = 2_000;

/** Keeps account of answers. Times are milliseconds of `performance.now()`. */
export class Silence {
  #answeredAt: number;
  #unanswered = 0;
  #triedAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly now: () => number = () => performance.now()) {
    this.#answeredAt = this.now();
  }

  /** An answer began. */
  answered(): void {
    this.#answeredAt = this.now();
    this.#unanswered = 0;
  }

  /** A call ran into its limit before an answer began. */
  unanswered(): void {
    this.#unanswered += 1;
  }

  /**
   * How long a call may take that would be given `limitMs`; 0 where it is not worth making. Now and then one is let through to a
   * silent engine, for a moment; where that is answered, all are.
   */
  limitOf(limitMs: number): number {
    if (!this.isSilent) return limitMs;
    if (this.now() - this.#triedAt < PAUSE_MS) return 0;
    this.#triedAt = this.now();
    return Math.min(limitMs, TRIAL_MS);
  }

  /** Milliseconds since the last answer began. */
  get lastsMs(): number {
    return Math.round(this.now() - this.#answeredAt);
  }

  private get isSilent(): boolean {
    return this.#unanswered >= UNANSWERED_CALLS && this.lastsMs >= SILENT_MS;
  }
}
