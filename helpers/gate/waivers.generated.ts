/** Generated from schemas/waivers.schema.json by scripts/generate-types.js: change the schema, not this file. */

/**
 * Globs of claim ids, as network.default.*.
 *
 * @minItems 1
 */
export type Patterns = [Text, ...Text[]];
export type Text = string;
/**
 * Globs of places of drift: schema, path and kind with a space between, as 'container-inspect /HostConfig/** missing'; without a kind every kind.
 *
 * @minItems 1
 */
export type Patterns1 = [Text, ...Text[]];
/**
 * Globs of target ids; all targets where nothing is said.
 *
 * @minItems 1
 */
export type Patterns2 = [Text, ...Text[]];

/**
 * Differences from a baseline that somebody has accepted, for gate --accept.
 */
export interface Waivers {
  waivers: Waiver[];
}
/**
 * What is accepted, and who answers for it until when.
 */
export interface Waiver {
  claims?: Patterns;
  drift?: Patterns1;
  targets?: Patterns2;
  /**
   * Which kinds of change; regression, changed-reason and new where nothing is said.
   *
   * @minItems 1
   */
  changes?: [
    'regression' | 'changed-reason' | 'new' | 'fixed' | 'gone',
    ...('regression' | 'changed-reason' | 'new' | 'fixed' | 'gone')[],
  ];
  /**
   * Why it is accepted.
   */
  reason: string;
  /**
   * Who answers for it.
   */
  owner: string;
  /**
   * Where more can be read: a ticket, a release note.
   */
  reference: string;
  /**
   * The last day on which it holds (UTC).
   */
  expires: string;
}
