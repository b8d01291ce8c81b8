/**
 * Endpoints that stay on a network though their containers are gone. Engines that share a store leave some where two hosts
 * remove containers at the same time, and the network then never goes (measured on Docker 20.10.24 over etcd).
 */
import { isObject, succeeded } from '../engine/answer';
import type { Engine } from '../engine/engine';
import { runOfName } from './identity';

/** Takes off a network what runs of this suite had on it, by force: an engine does that also for containers that are gone. */
export async function takeOff(engine: Engine, network: string): Promise<void> {
  const path = `/networks/${encodeURIComponent(network)}`;
  const seen = await engine.get(path);
  const members = isObject(seen.json) && isObject(seen.json.Containers) ? Object.values(seen.json.Containers) : [];
  if (!succeeded(seen)) return;
  for (const member of members) {
    const name = isObject(member) ? member.Name : undefined;
    if (typeof name !== 'string' || runOfName(name) === undefined) continue;
    await engine.post(`${path}/disconnect`, { body: { Container: name, Force: true } });
  }
}
