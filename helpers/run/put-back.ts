/** Puts a target back after a run: removes what is left of it, and compares what is there with what was. */
import { UnexpectedAnswer } from '../engine/answer';
import { isEngineTrouble } from '../engine/trouble';
import { Belongings } from './belongings';
import { type RunOnEngine, serviceEngine } from './engines';
import { type ProbeImage, removeProbeImage } from './image';
import type { Ledger } from './ledger';
import { type Changes, changesSince, type RunInventory } from './run-inventory';
import { findMarked, removeFound } from './sweep';

/** What was found when a target was put back. */
export interface Aftermath extends Changes {
  /** What is left of this run, a line each; the suite's own failure. */
  readonly left: readonly string[];
}

/** What a run leaves to be put back. */
export interface Remains {
  /** What could not be removed so far, a line each. */
  readonly left: readonly string[];
  readonly image: ProbeImage;
  /** What was there before; undefined where that was never learned. */
  readonly before: RunInventory | undefined;
  readonly ledger: Ledger;
}

/** Puts back and closes the client; an engine that is gone by then is told of and not thrown. */
export async function putBack(run: RunOnEngine, { left, image, before, ledger }: Remains): Promise<Aftermath> {
  // Not the run's own signal: what an interrupted run made is removed all the same.
  const { signal } = new AbortController();
  const engine = serviceEngine(run, signal, new Belongings());
  try {
    // What was there before the run had its id is not of it, whatever its labels say.
    const strays = (await findMarked(engine)).filter(({ run: of, id }) => of === run.runId && !run.there?.has(id));
    const stuck = await removeFound(strays, engine, signal);
    const imageLeft = await removeProbeImage(engine, image);
    const allLeft = [...new Set([...left, ...stuck, ...(imageLeft === undefined ? [] : [imageLeft])])];
    if (allLeft.length === 0) ledger.close();
    if (before === undefined) return { left: allLeft, differences: [], hostUnseen: null };
    return { left: allLeft, ...(await changesSince(before, engine, run.runId, image, signal)) };
  } catch (error) {
    if (!isEngineTrouble(error) && !(error instanceof UnexpectedAnswer)) throw error;
    const gone = `the engine gave no answer when it was to be put back: ${error.message}`;
    return { left: [...left, gone], differences: [], hostUnseen: 'the engine gave no answer' };
  } finally {
    run.client.close();
  }
}
