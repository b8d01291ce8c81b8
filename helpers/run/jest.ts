/** Lets jest run the suites in this process, on all targets at the same time. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '@jest/types';

/** The folder that holds helpers/ and suites/: compiled where this is compiled. */
const ROOT = join(__dirname, '..', '..');

export const SUITES = join(ROOT, 'suites');

/** Loads jest, which takes longer than most commands take to run: no sooner than it is needed. */
export function loadJest(): Promise<typeof import('@jest/core')> {
  return import('@jest/core');
}

/**
 * Runs the suites on each target that something is planned for. Verdicts are in the sessions; jest's own result says nothing more.
 *
 * @param keys of the sessions in this process; see sessions.ts
 * @throws what jest throws where it cannot run the suites at all
 */
export async function runSuites(keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  const { runCLI } = await loadJest();
  // Jest keeps what it found in its folders for the next time; of a run nothing is to stay but its report.
  const cache = await mkdtemp(join(tmpdir(), 'engine-conformance-jest-'));
  try {
    await runCLI(argvOf(keys, cache), [ROOT]);
  } finally {
    await rm(cache, { recursive: true, force: true });
  }
}

function argvOf(keys: readonly string[], cacheDirectory: string): Config.Argv {
  return {
    $0: 'engine-conformance',
    _: [],
    config: JSON.stringify({
      projects: [{ ...projectOf(keys), cacheDirectory }],
      reporters: [],
      watchman: false,
      // The session bounds what is tried at the same time, over all chapters; jest hands everything to it.
      maxConcurrency: 100_000,
    }),
    runInBand: true,
    ci: true,
    silent: true,
  } as unknown as Config.Argv;
}

function projectOf(keys: readonly string[]): Record<string, unknown> {
  return {
    displayName: 'suites',
    rootDir: ROOT,
    testMatch: [join(__dirname, 'all-chapters.{js,ts}')],
    testEnvironment: join(__dirname, 'jest-environment'),
    testEnvironmentOptions: { sessions: keys },
    // Compiled already; and an installed package lies below node_modules, which jest would pass over.
    transform: {},
    testPathIgnorePatterns: [],
    haste: { retainAllFiles: true },
  };
}
