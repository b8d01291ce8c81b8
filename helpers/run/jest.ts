/** Lets jest run the suites in this process: one project a target, one test file a chapter. */
import { join } from 'node:path';
import type { Config } from '@jest/types';
import type { Chapter } from '../claims/claim';

/** The folder of the suites, beside helpers/: compiled where this is compiled. */
export const SUITES = join(__dirname, '..', '..', 'suites');

export interface JestTarget {
  /** Key of the session in this process; see sessions.ts. */
  readonly key: string;
  readonly chapters: readonly Chapter[];
}

/**
 * Runs the chapters of each target. Verdicts are in the sessions; jest's own result says nothing more.
 *
 * @throws what jest throws where it cannot run the suites at all
 */
export async function runSuites(targets: readonly JestTarget[]): Promise<void> {
  // Loaded late: jest takes longer to load than most commands take to run.
  const { runCLI } = await import('@jest/core');
  const projects = targets.filter(({ chapters }) => chapters.length > 0).map(projectOf);
  if (projects.length === 0) return;
  const argv = {
    $0: 'engine-conformance',
    _: [],
    config: JSON.stringify({
      projects,
      reporters: [],
      watchman: false,
      // The session bounds what is tried at the same time, over all chapters; jest hands everything to it.
      maxConcurrency: 100_000,
    }),
    runInBand: true,
    ci: true,
    silent: true,
  } as unknown as Config.Argv;
  await runCLI(argv, [SUITES]);
}

function projectOf({ key, chapters }: JestTarget): Record<string, unknown> {
  return {
    displayName: key,
    rootDir: SUITES,
    testMatch: chapters.map((chapter) => join(SUITES, chapter, `${chapter}.test.{js,ts}`)),
    testEnvironment: join(__dirname, 'jest-environment'),
    testEnvironmentOptions: { session: key },
    // Compiled already; and an installed package lies below node_modules, which jest would pass over.
    transform: {},
    testPathIgnorePatterns: [],
    haste: { retainAllFiles: true },
  };
}
