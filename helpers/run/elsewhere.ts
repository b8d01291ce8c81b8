/** Calls at other places than the target: a registry, or an engine that the lab started. */
import type { ClaimTools } from '../claims/tools';
import { EngineClient } from '../engine/client';
import type { Engine } from '../engine/engine';
import type { Transcript } from '../engine/transcript';
import { openConnection } from '../target/connection';
import type { Endpoint } from '../target/target';
import type { Belongings } from './belongings';
import { engineOfRun, type RunOnEngine } from './engines';
import type { SessionParts } from './session-parts';

/** The claim or fixture that calls there. */
export interface Caller {
  readonly maker: string;
  readonly transcript: Transcript;
  readonly belongings: Belongings;
  readonly signal: AbortSignal;
}

/** The `callsAt` of its tools. */
export function callsElsewhere(parts: SessionParts, caller: Caller): ClaimTools['callsAt'] {
  const { runId, facts } = parts;
  return async (endpoint, name) => {
    const client = await clientAt(parts, endpoint, caller);
    return engineElsewhere({ runId, client, apiVersion: facts.apiVersionAsked }, { name, endpoint }, caller);
  };
}

/** A client that is closed when its caller is done. */
export async function clientAt(
  { through }: Pick<SessionParts, 'through'>,
  endpoint: Endpoint,
  { belongings }: Caller,
): Promise<EngineClient> {
  const { options, close } = openConnection((await through?.(endpoint)) ?? endpoint);
  belongings.addAction(async () => close());
  return new EngineClient(options, close);
}

/** Its calls are evidence under that name. What is made there is nobody's belonging. */
export function engineElsewhere(
  run: RunOnEngine,
  { name, endpoint }: { readonly name: string; readonly endpoint: Endpoint },
  { maker, transcript, signal }: Caller,
): Engine {
  return engineOfRun(run, { maker, transcript: transcript.at(name, endpoint), signal, created: async () => {} });
}
