/** Targets of a run that the lab starts: each an engine or a cluster of its own, fresh, and gone when the run is over. */
import { startCluster } from '../cluster/start';
import { EngineClient } from '../engine/client';
import type { HostCommands } from '../target/cluster';
import { openConnection } from '../target/connection';
import { reachEngine } from '../target/reach';
import type { LabTarget, Target } from '../target/target';
import { type LabEngine, officialReference } from './engine-name';
import type { OpenLab } from './lab';
import { recipeOf, startEngine } from './start-engine';

/**
 * Starts several targets at the same time. Where one fails, what was started is for the caller to close.
 *
 * @param say told where an engine is of another version than it was asked for
 * @throws the first failure, when all of them have ended
 */
export async function startTargets(
  lab: OpenLab,
  targets: readonly LabTarget[],
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<Map<string, Target>> {
  const started = await Promise.allSettled(
    targets.map(async (target): Promise<[string, Target]> => [target.id, await startTarget(lab, target, say, signal)]),
  );
  const failed = started.find((end) => end.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
  return new Map(started.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : [])));
}

async function startTarget(
  lab: OpenLab,
  { id, lab: asked, source }: LabTarget,
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<Target> {
  if (asked.kind === 'cluster') return { id, source, ...(await startCluster(lab, asked, signal)) };
  const host = await startEngine(lab, asked);
  const { endpoint, network } = host;
  const startedBy = { lab, recipe: recipeOf(asked), network };
  const commands: HostCommands = { run: (command, options) => host.run(command, options) };
  const target: Target = { id, endpoint, source, own: true, startedBy, commands };
  const other = await otherVersion(asked, target);
  if (other !== undefined) say(other);
  return target;
}

/** A line where an engine is not of the version that it was asked for: releases go on, and tags are moved. */
export async function otherVersion(engine: LabEngine, target: Target): Promise<string | undefined> {
  if (engine.kind === 'image') return undefined;
  const asked = engine.kind === 'catalogued' ? engine.engine.version : engine.version;
  const { options, close } = openConnection(target.endpoint);
  const client = new EngineClient(options, close);
  try {
    const { version } = await reachEngine(target, client);
    // Debian adds what it changed, as `20.10.24+dfsg1`.
    if (version.split(/[+~-]/)[0] === asked) return undefined;
    const from = engine.kind === 'catalogued' ? `Debian ${engine.engine.release}` : officialReference(asked);
    return `${target.id} is ${version} by now, which is what ${from} has; it is judged as that`;
  } finally {
    client.close();
  }
}
