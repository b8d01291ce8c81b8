/**
 * The verifications that a claim's body makes. Each says what it looks at, so that a failure reads: what, expected,
 * observed. A body that verified nothing has tried nothing, and the runner counts it as an error.
 */
import { type Answer, errorMessage, succeeded } from '../engine/answer';
import { isPlaceOf } from '../schema/place-glob';
import type { SchemaName } from '../schema/validator';
import { schemaErrors } from '../schema/validator';
import { canonical } from './canonical';
import { ClaimFailure } from './failure';
import { poll } from './poll';

/** What a refusal must look like. */
export interface Refusal {
  /** Statuses that say this refusal, over all engine versions that are judged. */
  readonly status: readonly number[];
  /** What the message must name; engines of every version and vendor word it their own way, so keep it to the subject. */
  readonly message?: RegExp;
}

/** A part of a document, by globs of places as `/HostConfig/**`: `only` what lies there, or all that does `not`. */
export interface DocumentPart {
  readonly only?: readonly string[];
  readonly not?: readonly string[];
}

export interface EventuallyOptions {
  /** Limit in milliseconds. */
  readonly withinMs: number;
  /** What is expected, in words, for the failure. */
  readonly expected: string;
}

/** A condition of the engine that came about: what was seen at last, and how long it took. */
export interface Converged<T> {
  readonly value: T;
  readonly tookMs: number;
}

export class Verify {
  #count = 0;
  readonly #convergence: { what: string; tookMs: number }[] = [];

  /** @param signal aborts what is being polled for, when the run is interrupted or the claim's limit is over */
  constructor(private readonly signal: AbortSignal) {}

  /** How many verifications were made. */
  get count(): number {
    return this.#count;
  }

  /** What was polled for and how many milliseconds each took. */
  get convergence(): readonly { what: string; tookMs: number }[] {
    return this.#convergence;
  }

  /** The condition holds. `expected` and `observed` are what a failure shows, and the answer where one is judged. */
  that(condition: boolean, what: string, expected: unknown, observed: unknown, answer?: Answer): void {
    this.#count += 1;
    if (!condition) throw new ClaimFailure(what, expected, observed, answer);
  }

  /** Equal as JSON: same types, same fields, order of keys apart. */
  equal(observed: unknown, expected: unknown, what: string): void {
    this.that(canonical(observed) === canonical(expected), what, expected, observed);
  }

  /** Not equal as JSON. */
  differs(observed: unknown, unwanted: unknown, what: string): void {
    this.that(canonical(observed) !== canonical(unwanted), what, `anything but ${canonical(unwanted)}`, observed);
  }

  /** A text that matches. */
  matches(observed: unknown, pattern: RegExp, what: string): void {
    this.that(typeof observed === 'string' && pattern.test(observed), what, `text like ${pattern}`, observed);
  }

  /** There, and not null. Returns it, so that what follows need not ask again. */
  present<T>(observed: T | null | undefined, what: string): T {
    this.that(observed !== null && observed !== undefined, what, 'present', observed === null ? 'null' : 'missing');
    return observed as T;
  }

  /** Missing, null or empty text. */
  absent(observed: unknown, what: string): void {
    this.that(observed === undefined || observed === null || observed === '', what, 'missing or empty', observed);
  }

  /** An array, or a text, that holds the item. */
  contains(observed: readonly unknown[] | string | null | undefined, item: unknown, what: string): void {
    this.that(holds(observed, item), what, `holds ${canonical(item)}`, observed);
  }

  /** An array, or a text, that does not hold the item. Missing is a failure too: nothing was shown. */
  excludes(observed: readonly unknown[] | string | null | undefined, item: unknown, what: string): void {
    this.that(
      observed !== null && observed !== undefined && !holds(observed, item),
      what,
      `does not hold ${canonical(item)}`,
      observed,
    );
  }

  /** The engine did what was asked (2xx, or exactly `status`). Returns the answer. */
  accepted(answer: Answer, what: string, status?: number): Answer {
    const ok = status === undefined ? succeeded(answer) : answer.status === status;
    const observed = `${answer.status}: ${errorMessage(answer).slice(0, 500)}`;
    this.that(ok, what, status === undefined ? 'accepted (2xx)' : `status ${status}`, observed, answer);
    return answer;
  }

  /** The engine refused, with the right status and a message that says why. */
  refused(answer: Answer, refusal: Refusal, what: string): void {
    const message = errorMessage(answer);
    const observed = `${answer.status}: ${message.slice(0, 500)}`;
    this.that(!succeeded(answer), what, 'refused', observed, answer);
    this.that(refusal.status.includes(answer.status), `${what}: status`, refusal.status.join(' or '), observed, answer);
    this.that(message !== '', `${what}: message`, 'a message', observed, answer);
    if (refusal.message !== undefined) {
      this.that(refusal.message.test(message), `${what}: message`, `text like ${refusal.message}`, observed, answer);
    }
  }

  /** The document is valid against a schema of schemas/; or a part of it is, where another claim judges the others. */
  conforms(schema: SchemaName, document: unknown, what: string, part: DocumentPart = {}): void {
    const { only, not = [] } = part;
    const isIn = (globs: readonly string[], place: string) => globs.some((glob) => isPlaceOf(glob, place));
    const errors = schemaErrors(schema, document).filter(
      ({ place }) => (only === undefined || isIn(only, place)) && !isIn(not, place),
    );
    const told = errors
      .slice(0, 10)
      .map((error) => `${error.path}: expected ${error.expected}, observed ${error.observed}`);
    this.that(errors.length === 0, what, `valid against ${schema}`, told);
  }

  /**
   * A condition comes about within the limit: what `look` sees is polled until `accept` takes it. The time that it took
   * is kept. Where it does not come about the claim fails with what was seen last.
   *
   * @throws Error where it was seen too late: that is this machine's doing, and nothing is said of the engine
   */
  async eventually<T>(
    what: string,
    look: () => Promise<T>,
    accept: (seen: T) => boolean,
    options: EventuallyOptions,
  ): Promise<Converged<T>> {
    const result = await poll(look, accept, options.withinMs, this.signal);
    if (result.late) throw new Error(`${what}: this machine was too busy to look within ${options.withinMs} ms`);
    this.that(result.accepted, `${what} within ${options.withinMs} ms`, options.expected, result.last);
    this.#convergence.push({ what, tookMs: result.tookMs });
    return { value: result.last, tookMs: result.tookMs };
  }
}

function holds(container: readonly unknown[] | string | null | undefined, item: unknown): boolean {
  if (typeof container === 'string') return typeof item === 'string' && container.includes(item);
  const wanted = canonical(item);
  return Array.isArray(container) && container.some((element) => canonical(element) === wanted);
}
