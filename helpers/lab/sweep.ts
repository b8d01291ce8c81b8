/** What the lab has on an engine, found by its marks; and its removal. */
import type { Engine } from '../engine/engine';
import { type Found, removeFound } from '../run/sweep';
import { LAB_LABEL, STANDING } from './marks';

/** An object of the lab; `run` is its owner. */
export type LabObject = Found;

/** All containers, networks and volumes of the lab on an engine, whoever owns them. */
export async function findLab(engine: Engine): Promise<LabObject[]> {
  const [containers, networks, volumes] = await Promise.all([engine.containers(), engine.networks(), engine.volumes()]);
  return [
    ...containers.flatMap((each) => owned('container', each.Id, each.Labels)),
    ...networks.flatMap((each) => owned('network', each.Id, each.Labels)),
    ...volumes.flatMap((each) => owned('volume', each.Name, each.Labels)),
  ];
}

export interface LabSweep {
  readonly removed: readonly LabObject[];
  /** What would not go, a line each. */
  readonly left: readonly string[];
  /** Containers that `lab up` started, and that stay. */
  readonly standing: number;
}

/**
 * Removes what runs left that are over. What `lab up` started stays.
 *
 * @param alive ids of the runs that go on
 */
export async function sweepLab(engine: Engine, alive: ReadonlySet<string>, signal: AbortSignal): Promise<LabSweep> {
  const all = await findLab(engine);
  const removed = all.filter(({ run }) => run !== STANDING && !alive.has(run));
  const standing = all.filter(({ kind, run }) => kind === 'container' && run === STANDING).length;
  return { removed, left: await removeFound(removed, engine, signal), standing };
}

function owned(
  kind: LabObject['kind'],
  id: string | undefined,
  labels: Record<string, string> | null | undefined,
): LabObject[] {
  const run = labels?.[LAB_LABEL];
  return id === undefined || run === undefined ? [] : [{ kind, id, run }];
}
