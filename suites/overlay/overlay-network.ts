/** An overlay network as claims make it: where things of the whole cluster are made, on a subnet that is free on all hosts. */
import type { Place } from '../../helpers/claims/cluster';
import type { NetworkOptions, NetworkRef } from '../../helpers/claims/maker';
import type { ClaimTools } from '../../helpers/claims/tools';
import type { Answer } from '../../helpers/engine/answer';

/** Of a swarm, containers of one's own can join an overlay network only where it says so. */
export function overlayOptions({ cluster }: ClaimTools['facts']): NetworkOptions {
  return { driver: 'overlay', subnet: true, ...(cluster?.mode === 'swarm' ? { config: { Attachable: true } } : {}) };
}

export interface NetworkAttempt {
  readonly answer: Answer;
  /** What there is where it was accepted. */
  readonly network: NetworkRef & { readonly subnet: string };
}

/** Asks a host for an overlay network. */
export async function attemptOverlay(
  { engine, make }: Pick<Place, 'engine' | 'make'>,
  facts: ClaimTools['facts'],
): Promise<NetworkAttempt> {
  const subnet = make.subnet();
  const body = make.networkBody({ ...overlayOptions(facts), subnet });
  const answer = await engine.post('/networks/create', { body });
  const { Id } = (answer.json ?? {}) as { Id?: unknown };
  return { answer, network: { id: String(Id), name: body.Name, subnet } };
}

/** An overlay network that must be had; the claim fails where it is refused. */
export async function overlayNetwork({ cluster, facts, verify }: Pick<ClaimTools, 'cluster' | 'facts' | 'verify'>) {
  const { answer, network } = await attemptOverlay(cluster.manager, facts);
  verify.accepted(answer, 'an overlay network', 201);
  return network;
}
