/** The one place where the engines of a run are made, for claims, fixtures, removal and the suite's own needs alike. */
import type { EngineClient } from '../engine/client';
import type { CreationListener } from '../engine/creation';
import { Engine } from '../engine/engine';
import { type CallRecorder, Transcript } from '../engine/transcript';
import { EngineTrouble } from '../engine/trouble';
import type { Belongings } from './belongings';
import { MAKER_LABEL, RUN_LABEL } from './identity';

/** What all engines of one target in one run have in common. */
export interface RunOnEngine {
  readonly runId: string;
  readonly client: EngineClient;
  /** As `1.23`. */
  readonly apiVersion: string;
  /** Ids and names of what was on the engine before the run: whatever an engine says, that was not made by it. */
  readonly there?: ReadonlySet<string>;
}

/** Whom one of them is for. */
export interface EngineUse {
  /** The claim or fixture, said by a label of what it makes; undefined for the suite's own needs. */
  readonly maker?: string;
  readonly transcript: CallRecorder;
  readonly signal: AbortSignal;
  readonly created: CreationListener;
}

export function engineOfRun({ runId, client, apiVersion, there }: RunOnEngine, use: EngineUse): Engine {
  const { maker, ...rest } = use;
  const labels = { [RUN_LABEL]: runId, ...(maker === undefined ? {} : { [MAKER_LABEL]: maker }) };
  const created: CreationListener = async (kind, id, body) => {
    // What is made is removed in the end: it must not be somebody else's.
    if (there?.has(id))
      throw new EngineTrouble('malformed', `the engine says to have made a ${kind} that was there before: ${id}`);
    await use.created(kind, id, body);
  };
  return new Engine({ client, apiVersion, labels, ...rest, created });
}

/** The engine for the suite's own needs: not recorded as anybody's evidence; what is made by it belongs to `belongings`. */
export function serviceEngine(run: RunOnEngine, signal: AbortSignal, belongings: Belongings): Engine {
  const created: CreationListener = async (kind, id) => belongings.add(kind, id);
  return engineOfRun(run, { transcript: new Transcript('setup'), signal, created });
}
