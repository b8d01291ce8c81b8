/** The targets of a run; where none was given and nothing answers, `--bootstrap` starts an engine for as long as the run takes. */
import { bootstrapEngine } from '../bootstrap/engine';
import { EngineClient } from '../engine/client';
import { openConnection } from '../target/connection';
import { reachEngine } from '../target/reach';
import type { Target } from '../target/target';
import { UsageError } from '../usage-error';

export interface AtHand {
  readonly targets: readonly Target[];
  /** Stops what was started for this run. */
  stop(): Promise<void>;
}

/**
 * The targets as they are, or an engine that was started because the default one does not answer.
 *
 * @throws UsageError where an engine can neither be reached nor started
 */
export async function engineAtHand(
  targets: readonly Target[],
  bootstrap: boolean,
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<AtHand> {
  const [only] = targets;
  if (!bootstrap || only === undefined || (await answers(only))) return { targets, stop: async () => {} };
  const engine = await bootstrapEngine({ log: say, signal });
  const target: Target = {
    id: 'bootstrap',
    endpoint: { kind: 'unix', socketPath: engine.socketPath },
    source: '--bootstrap',
    own: true,
  };
  return { targets: [target], stop: () => engine.stop() };
}

async function answers(target: Target): Promise<boolean> {
  const { options, close } = openConnection(target.endpoint);
  const client = new EngineClient(options, close);
  try {
    await reachEngine(target, client);
    return true;
  } catch (error) {
    if (error instanceof UsageError) return false;
    throw error;
  } finally {
    client.close();
  }
}
