/** Everything of a run that is still on an engine, found by its marks; and its removal. */
import { succeeded } from '../engine/answer';
import type { Engine } from '../engine/engine';
import { swarmApiVersion } from '../swarm/api-version';
import { drainedNodes } from '../swarm/drained';
import { Belongings } from './belongings';
import { RUN_LABEL, runOfName } from './identity';
import type { Kind } from './removal-calls';

export interface Found {
  readonly kind: Kind;
  readonly id: string;
  readonly run: string;
}

/** All objects on the engine that a run of this suite made, by label or by name. Networks before API 1.23 have no labels. */
export async function findMarked(engine: Engine): Promise<Found[]> {
  const [containers, networks, volumes, services, drained] = await Promise.all([
    engine.containers(),
    engine.networks(),
    engine.volumes(),
    servicesOn(engine),
    drainedNodes(engine),
  ]);
  return [
    ...containers.flatMap((each) => marked('container', each.Id, each.Names?.[0], each.Labels)),
    ...networks.flatMap((each) => marked('network', each.Id, each.Name, each.Labels)),
    ...volumes.flatMap((each) => marked('volume', each.Name, each.Name, each.Labels)),
    ...services.flatMap(({ ID, Spec }) => marked('service', ID, Spec?.Name, Spec?.Labels)),
    ...drained.flatMap(({ node, mark }) => marked('drain', node, mark, undefined)),
  ];
}

interface ListedService {
  readonly ID?: string;
  readonly Spec?: { readonly Name?: string; readonly Labels?: Record<string, string> | null } | null;
}

/** The services of the swarm that the engine is a manager of; none where it is in no swarm, or is no manager. */
async function servicesOn(engine: Engine): Promise<readonly ListedService[]> {
  const answer = await engine.get('/services', { apiVersion: swarmApiVersion(engine) });
  return succeeded(answer) && Array.isArray(answer.json) ? (answer.json as readonly ListedService[]) : [];
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
