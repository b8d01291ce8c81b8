/** Questions to a service beside the engines, asked from a host of the cluster, as those ask that use it. */
import type { HostTools } from '../../helpers/claims/cluster';
import type { ContainerRef } from '../../helpers/claims/maker';
import type { Json } from '../../helpers/engine/answer';
import { parseJson } from '../../helpers/engine/response';
import { httpGet, parseHttpGet } from '../../helpers/probe/commands';

const SECONDS = 5;

export interface Asker {
  readonly host: HostTools;
  readonly container: ContainerRef;
}

/** Starts a container with the network of its host. */
export async function askerOn(host: HostTools): Promise<Asker> {
  return { host, container: await host.make.container({ network: 'host' }) };
}

/**
 * Gets a document.
 *
 * @param door host and port: `10.0.0.7:8500`
 * @returns undefined where nothing answers, or no JSON
 */
export async function askAt({ host, container }: Asker, door: string, path: string): Promise<Json | undefined> {
  const { hostname, port } = new URL(`tcp://${door}`);
  const asked = httpGet(hostname, Number(port), path, SECONDS);
  const { body } = parseHttpGet(await host.engine.exec(container, asked));
  return parseJson(Buffer.from(body), body);
}
