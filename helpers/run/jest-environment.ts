/**
 * Jest's environment of the suites. It hands the session of a target to the chapter's test file. The session lives in the
 * process that prepared it; where jest was started by hand, the first test file to ask prepares one for the default target.
 */
import type { EnvironmentContext, JestEnvironmentConfig } from '@jest/environment';
import NodeEnvironment from 'jest-environment-node';
// Loaded now, while jest transforms what is loaded; the validator would ask for it when nobody does any more.
import '../schema/compile';
import type { Session } from './session';
import { type OpenSession, openDefaultSession, sessionFor } from './sessions';

declare global {
  /** The session that the test file runs in; see helpers/run/chapter.ts. */
  var conformance: { readonly session: Session; readonly selected: ReadonlySet<string> | null };
}

export default class ConformanceEnvironment extends NodeEnvironment {
  readonly #key: string | undefined;
  #own: OpenSession | undefined;

  constructor(config: JestEnvironmentConfig, context: EnvironmentContext) {
    super(config, context);
    const { session } = config.projectConfig.testEnvironmentOptions;
    this.#key = typeof session === 'string' ? session : undefined;
  }

  override async setup(): Promise<void> {
    await super.setup();
    if (this.#key === undefined) this.#own = await openDefaultSession();
    this.global.conformance = this.#own ?? sessionFor(this.#key ?? '');
  }

  override async teardown(): Promise<void> {
    await this.#own?.close();
    await super.teardown();
  }
}
