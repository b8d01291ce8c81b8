/**
 * Jest's environment of the suites. It hands the sessions of the targets to the test file. They live in the process
 * that prepared them; where jest was started by hand, the first test file to ask prepares one for the default target.
 */
import type { EnvironmentContext, JestEnvironmentConfig } from '@jest/environment';
import NodeEnvironment from 'jest-environment-node';
// Loaded now, while jest transforms what is loaded; the validator would ask for it when nobody does any more.
import '../schema/compile';
import { type OpenSession, openDefaultSession, sessionsFor } from './sessions';

declare global {
  /** The sessions of the targets that the test file judges; see helpers/run/chapter.ts. */
  var conformance: { readonly sessions: readonly OpenSession[] };
}

export default class ConformanceEnvironment extends NodeEnvironment {
  readonly #keys: readonly string[];
  #own: OpenSession | undefined;

  constructor(config: JestEnvironmentConfig, context: EnvironmentContext) {
    super(config, context);
    const { sessions } = config.projectConfig.testEnvironmentOptions;
    this.#keys = Array.isArray(sessions) ? sessions.map(String) : [];
  }

  override async setup(): Promise<void> {
    await super.setup();
    if (this.#keys.length === 0) this.#own = await openDefaultSession();
    this.global.conformance = { sessions: this.#own === undefined ? sessionsFor(this.#keys) : [this.#own] };
  }

  override async teardown(): Promise<void> {
    await this.#own?.close();
    await super.teardown();
  }
}
