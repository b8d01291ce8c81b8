/** Generated from schemas/baseline.schema.json by scripts/generate-types.js: change the schema, not this file. */

/**
 * What one engine was measured to do, without anything that is different the next time: two measurements of one engine give the same bytes.
 */
export interface Baseline {
  /**
   * Version of this format. A reader refuses one that it does not know.
   */
  format: 1;
  tool: BaselineTool;
  target: BaselineTarget;
  /**
   * In the order of their ids.
   */
  claims: BaselineClaim[];
  /**
   * Places at which answers differ from the schemas of API v1.23, in the order of schema, path and kind.
   */
  drift: BaselineDrift[];
}
/**
 * What measured it.
 */
export interface BaselineTool {
  name: 'engine-conformance';
}
/**
 * The engine that was measured.
 */
export interface BaselineTarget {
  vendor: 'docker' | 'podman' | 'unknown';
  /**
   * That of the engine's own project, as 20.10.24, without what a distribution adds.
   */
  version: string;
  /**
   * The highest API version that it offers.
   */
  apiVersion: string;
  /**
   * The lowest API version that it accepts.
   */
  minApiVersion: string;
  /**
   * The API version at which it was asked.
   */
  apiVersionAsked: string;
  /**
   * One engine, or hosts that are judged together.
   */
  kind: 'single' | 'cluster';
}
export interface BaselineClaim {
  claim: string;
  /**
   * An error says nothing of an engine, and is in no baseline.
   */
  verdict: 'pass' | 'fail' | 'not-applicable';
  /**
   * What the verdict meant for an engine of this kind and version when it was measured.
   */
  outcome: 'as-expected' | 'known-change' | 'regression' | 'unexpected-pass' | 'not-judged';
  /**
   * Why it is no pass, with what differs from run to run named instead of shown; null of a pass.
   */
  reason: string | null;
}
export interface BaselineDrift {
  schema: string;
  /**
   * JSON pointer into the answer, with * for each index of an array and each key of a map.
   */
  path: string;
  kind: 'missing' | 'type' | 'format' | 'added';
  /**
   * What the schema says, in words.
   */
  expected: string;
}
