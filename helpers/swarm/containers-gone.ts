/** The end of the containers of services: the hosts take them away by themselves, some time after their service is gone. */
import type { Engine } from '../engine/engine';
import { isEngineTrouble } from '../engine/trouble';
import { poll } from '../verdict/poll';

/** On every container of a task; its value is the id of the service. Source: swarmkit, agent/exec. */
export const SERVICE_ID_LABEL = 'com.docker.swarm.service.id';

/**
 * Waits until no host has a container of these services any more.
 *
 * @param engines of the hosts
 * @returns what is left after the limit, a line for each service
 */
export async function containersOfServicesGone(
  services: readonly string[],
  engines: readonly Engine[],
  limitMs: number,
  signal: AbortSignal,
): Promise<string[]> {
  const look = async () => {
    const left = await Promise.all(engines.map((engine) => lookAt(engine, services)));
    return [...new Set(left.flat())];
  };
  const { last } = await poll(look, (left) => left.length === 0, limitMs, signal);
  return last;
}

async function lookAt(engine: Engine, services: readonly string[]): Promise<string[]> {
  try {
    const left = await engine.containers({ label: [SERVICE_ID_LABEL] });
    const owners = left.map(({ Labels }) => Labels?.[SERVICE_ID_LABEL]);
    return services.filter((id) => owners.includes(id)).map((id) => `service ${id}: its containers are still there`);
  } catch (error) {
    // What cannot be asked is told of where it is to be put back.
    if (!isEngineTrouble(error)) throw error;
    return [`service ${services.join(', ')}: ${error.message}`];
  }
}
