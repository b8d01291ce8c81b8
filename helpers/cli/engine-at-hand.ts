/**
 * The targets of a run: those that run already as they are, those of the lab started for as long as the run takes. Where no
 * engine answers, `--bootstrap` starts one: the target where none was given, else the outer engine of the lab.
 */
import { bootstrapEngine } from '../bootstrap/engine';
import { EngineClient } from '../engine/client';
import { openConnection } from '../target/connection';
import { reachEngine } from '../target/reach';
import { resolveDefault } from '../target/resolve';
import { isLabTarget, type RequestedTarget, type Target } from '../target/target';
import { UsageError } from '../usage-error';

export interface AtHand {
  readonly targets: readonly Target[];
  /** Stops what was started for this run. */
  stop(): Promise<void>;
}

/** What the lab is told of the run that it serves. */
export interface ForRun {
  /** The run's id. */
  readonly id: string;
  /** Where the logs of its hosts are kept; nowhere where nothing is said. */
  readonly logs?: string;
}

/**
 * The targets as they are, or an engine that was started because the default one does not answer.
 *
 * @param run of which engines of the lab are a part; needed where there are such targets
 * @throws UsageError where an engine can neither be reached nor started
 */
export async function engineAtHand(
  targets: readonly RequestedTarget[],
  bootstrap: boolean,
  say: (line: string) => void,
  signal: AbortSignal,
  run?: ForRun,
): Promise<AtHand> {
  if (allRun(targets)) {
    const [only] = targets;
    if (only === undefined) return { targets, stop: async () => {} };
    const { target, stop } = await answering(only, bootstrap, say, signal);
    return { targets: target === only ? targets : [target], stop };
  }
  if (run === undefined) throw new TypeError('engines of the lab are started for a run');
  const outer = await answering(resolveDefault(process.env), bootstrap, say, signal);
  try {
    const { withLabTargets } = await import('./lab-at-hand.js');
    const { targets: started, stop } = await withLabTargets(targets, outer.target, { ...run, bootstrap, say, signal });
    return { targets: started, stop: () => stop().finally(outer.stop) };
  } catch (error) {
    await outer.stop();
    throw error;
  }
}

function allRun(targets: readonly RequestedTarget[]): targets is readonly Target[] {
  return !targets.some(isLabTarget);
}

/** The target, or where it does not answer and that is wanted, an engine that is started. */
async function answering(
  target: Target,
  bootstrap: boolean,
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<{ target: Target; stop: () => Promise<void> }> {
  if (!bootstrap || (await answers(target))) return { target, stop: async () => {} };
  const engine = await bootstrapEngine({ log: say, signal });
  const endpoint = { kind: 'unix', socketPath: engine.socketPath } as const;
  return { target: { id: 'bootstrap', endpoint, source: '--bootstrap', own: true }, stop: () => engine.stop() };
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
