/** Everything of a run that is still on an engine, found by its marks; and its removal. */
import type { Engine } from '../engine/engine';
import { Belongings } from './belongings';
import { RUN_LABEL, runOfName } from './identity';

export interface Found {
  readonly kind: 'container' | 'network' | 'volume';
  readonly id: string;
  readonly run: string;
}

/** All objects on the engine that a run of this suite made, by label or by name. Networks before API 1.23 have no labels. */
export async function findMarked(engine: Engine): Promise<Found[]> {
  const [containers, networks, volumes] = await Promise.all([engine.containers(), engine.networks(), engine.volumes()]);
  return [
    ...containers.flatMap((each) => marked('container', each.Id, each.Names?.[0], each.Labels)),
    ...networks.flatMap((each) => marked('network', each.Id, each.Name, each.Labels)),
    ...volumes.flatMap((each) => marked('volume', each.Name, each.Name, each.Labels)),
  ];
}

/**
 * Removes what was found.
 *
 * @returns what could not be removed, a line each
 */
export function removeFound(found: readonly Found[], engine: Engine, signal: AbortSignal): Promise<string[]> {
  const belongings = new Belongings();
  for (const { kind, id } of found) belongings.add(kind, id);
  return belongings.removeAll(engine, signal);
}

function marked(
  kind: Found['kind'],
  id: string | undefined,
  name: string | undefined,
  labels: Record<string, string> | null | undefined,
): Found[] {
  const run = labels?.[RUN_LABEL] ?? runOfName(name ?? '');
  return id === undefined || run === undefined ? [] : [{ kind, id, run }];
}
