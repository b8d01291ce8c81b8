/** Targets of the lab, started for one run and taken away after it. */
import { openLab } from '../lab/lab';
import { openOuterEngine } from '../lab/outer-engine';
import { startTargets } from '../lab/start-targets';
import { isLabTarget, type RequestedTarget, type Target } from '../target/target';
import { UsageError } from '../usage-error';
import type { AtHand, ForRun } from './engine-at-hand';

export interface LabSettings extends ForRun {
  readonly bootstrap: boolean;
  readonly say: (line: string) => void;
  readonly signal: AbortSignal;
}

/**
 * The targets in their order, those of the lab started at the same time.
 *
 * @param on the outer engine
 * @throws UsageError where one of them cannot be started; then nothing of them is left
 */
export async function withLabTargets(
  targets: readonly RequestedTarget[],
  on: Target,
  { id, logs, bootstrap, say, signal }: LabSettings,
): Promise<AtHand> {
  const outer = await openOuterEngine(on);
  const lab = openLab({ outer, owner: id, logs, bootstrap, say, signal });
  const stop = async () => {
    const left = await lab.close();
    outer.close();
    if (left.length === 0) return;
    throw new UsageError(`hosts of the lab could not be removed: ${left.join('; ')}`, 'engine-conformance lab down');
  };
  try {
    const started = await startTargets(lab, targets.filter(isLabTarget), say, signal);
    return { targets: targets.flatMap((each) => (isLabTarget(each) ? (started.get(each.id) ?? []) : each)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
