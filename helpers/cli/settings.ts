/** Flags and configuration together: a flag that is given wins over the file. */

import { looksLikeLabCluster } from '../cluster/name';
import { looksLikeLabEngine } from '../lab/engine-name';
import type { RunFrame } from '../run/assemble';
import { parseLevel, type Selection } from '../run/selection';
import type { Config } from '../target/config';
import { UsageError } from '../usage-error';
import type { RunFlags } from './program';

/** Where the report is written, where nobody says another place. */
export const DEFAULT_OUTPUT = 'reports/out';

export interface RunSettings extends Selection {
  readonly apiVersion: string | null;
  readonly strict: boolean;
  readonly repeat: number;
  readonly bootstrap: boolean;
  readonly output: string;
}

/**
 * The settings of a run.
 *
 * @throws UsageError where two flags contradict each other or a level is unknown
 */
export function runSettings(flags: RunFlags, { run = {} }: Config): RunSettings {
  if (
    flags.bootstrap &&
    flags.target.length > 0 &&
    !flags.target.some((text) => looksLikeLabEngine(text) || looksLikeLabCluster(text))
  ) {
    throw new UsageError(
      '--bootstrap and --target contradict each other: an engine is started only where no target is given, or one of the lab',
      'leave one of them out',
    );
  }
  const level = flags.level ?? run.level;
  return {
    only: flags.only.length > 0 ? flags.only : (run.only ?? []),
    skip: flags.skip.length > 0 ? flags.skip : (run.skip ?? []),
    level: level === undefined ? null : parseLevel(level),
    apiVersion: flags.apiVersion ?? run.apiVersion ?? null,
    strict: flags.strict ?? run.strict ?? false,
    repeat: flags.repeat ?? run.repeat ?? 1,
    bootstrap: flags.bootstrap ?? false,
    output: flags.output ?? run.output ?? DEFAULT_OUTPUT,
  };
}

/** What of the settings the report keeps. */
export function configurationOf(settings: RunSettings): RunFrame['configuration'] {
  const { only, skip, level, apiVersion, strict, repeat, bootstrap } = settings;
  return { only, skip, level, apiVersion, strict, repeat, bootstrap };
}
