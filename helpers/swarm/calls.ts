/** Calls to a manager of swarm mode. Those that return documents throw UnexpectedAnswer where they are refused. */
import { type Answer, documentOf, errorMessage, succeeded } from '../engine/answer';
import type { Engine } from '../engine/engine';
import { swarmApiVersion } from './api-version';
import type { NodeSpec, ServiceSpec, SwarmNode, SwarmService, SwarmTask } from './documents';

export function nodesOf(engine: Engine): Promise<SwarmNode[]> {
  return engine.list('/nodes');
}

export function serviceOf(engine: Engine, idOrName: string): Promise<SwarmService> {
  return engine.document(`/services/${idOrName}`);
}

/** The tasks of a service, also those that are over as long as the swarm remembers them. */
export function tasksOf(engine: Engine, service: string): Promise<SwarmTask[]> {
  return engine.list('/tasks', { filters: { service: [service] } });
}

/** Whether a task is to run and does. */
export function isRunning({ DesiredState, Status }: SwarmTask): boolean {
  return DesiredState === 'running' && Status?.State === 'running';
}

/** Asks for a service with another specification, made of the one that it has. */
export function updateService(
  engine: Engine,
  service: string,
  change: (spec: ServiceSpec) => ServiceSpec,
): Promise<Answer> {
  return atItsVersion(async () => {
    const { Version, Spec } = await serviceOf(engine, service);
    return engine.post(`/services/${service}/update`, {
      query: { version: Version?.Index },
      body: change(Spec ?? {}),
    });
  });
}

/** Asks for another specification of a node, made of the one that it has. Returns the refusal where it is not shown. */
export function updateNode(engine: Engine, node: string, change: (spec: NodeSpec) => NodeSpec): Promise<Answer> {
  return atItsVersion(async () => {
    const apiVersion = swarmApiVersion(engine);
    const path = `/nodes/${node}`;
    const shown = await engine.get(path, { apiVersion });
    if (!succeeded(shown)) return shown;
    const { Version, Spec } = documentOf<SwarmNode>(shown);
    const body = change(Spec ?? {});
    return engine.post(`${path}/update`, { query: { version: Version?.Index }, body, apiVersion });
  });
}

/** How often something is looked at anew that the swarm itself has changed since. */
const ATTEMPTS = 5;

/** A specification is sent with the version that it was made of; the swarm refuses it where there is a newer one by then. */
async function atItsVersion(send: () => Promise<Answer>): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await send();
    if (attempt === ATTEMPTS || !/update out of sequence/i.test(errorMessage(answer))) return answer;
  }
}
