import type { Answer } from '../engine/answer';

/**
 * A verification that did not hold: the engine departs from the claim. It is the one kind of error that makes a verdict
 * `fail`; whatever else a body throws is the suite's own trouble and makes it `error`.
 */
export class ClaimFailure extends Error {
  override readonly name = 'ClaimFailure';

  /**
   * @param what what was verified, as a noun phrase: "the address in IPAMConfig"
   * @param expected what a conforming engine shows
   * @param observed what this one showed
   * @param answer the answer that was judged, where it was one
   */
  constructor(
    readonly what: string,
    readonly expected: unknown,
    readonly observed: unknown,
    readonly answer?: Answer,
  ) {
    super(`${what}: expected ${brief(expected)}, observed ${brief(observed)}`);
  }
}

/** Was this thrown by a verification? By name: suites run in jest's own realm, where `instanceof` does not reach. */
export function isClaimFailure(thrown: unknown): thrown is ClaimFailure {
  return thrown instanceof Error
    ? thrown.name === 'ClaimFailure'
    : typeof thrown === 'object' && thrown !== null && 'name' in thrown && thrown.name === 'ClaimFailure';
}

/** A value on one line, at most 300 characters. Text that describes (not a quoted value) is passed as it is. */
export function brief(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return text.length > 300 ? `${text.slice(0, 297)}...` : text;
}
