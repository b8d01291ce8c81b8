/** Nodes that a run drains: each carries a mark meanwhile, so that what a killed run left drained is known and made whole. */
import { type Answer, succeeded, UnexpectedAnswer } from '../engine/answer';
import type { Engine } from '../engine/engine';
import { swarmApiVersion } from './api-version';
import { updateNode } from './calls';
import type { NodeSpec, SwarmNode } from './documents';

/** Label of a node; its value is a name of the run. */
const DRAINED_LABEL = 'io.engine-conformance.drained';

/** Asks for a node to be drained. */
export function drain(manager: Engine, node: string, mark: string): Promise<Answer> {
  return updateNode(manager, node, (spec) => ({
    ...spec,
    Availability: 'drain',
    Labels: { ...spec.Labels, [DRAINED_LABEL]: mark },
  }));
}

/** Asks for a node to take tasks again. */
export function activate(manager: Engine, node: string): Promise<Answer> {
  return updateNode(manager, node, (spec) => ({ ...spec, Availability: 'active', Labels: unmarked(spec) }));
}

/** Asks for a node to take tasks again, where it is drained under this mark; another may have drained it since. */
export async function activateDrained(manager: Engine, mark: string): Promise<void> {
  for (const { node } of (await drainedNodes(manager)).filter((each) => each.mark === mark)) {
    const answer = await activate(manager, node);
    if (!succeeded(answer)) throw new UnexpectedAnswer(answer);
  }
}

/**
 * The nodes that are marked as drained.
 *
 * @returns none where the engine is in no swarm, or is no manager
 */
export async function drainedNodes(manager: Engine): Promise<{ node: string; mark: string }[]> {
  const answer = await manager.get('/nodes', { apiVersion: swarmApiVersion(manager) });
  const nodes = succeeded(answer) && Array.isArray(answer.json) ? (answer.json as readonly SwarmNode[]) : [];
  return nodes.flatMap(({ ID, Spec }) => {
    const mark = Spec?.Labels?.[DRAINED_LABEL];
    return ID === undefined || mark === undefined ? [] : [{ node: ID, mark }];
  });
}

function unmarked({ Labels }: NodeSpec): Record<string, string> {
  const { [DRAINED_LABEL]: _mark, ...others } = Labels ?? {};
  return others;
}
