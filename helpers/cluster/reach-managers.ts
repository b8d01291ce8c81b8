/** Managers of Standalone Swarm: is each of them one? */
import { EngineClient } from '../engine/client';
import { REACH_LIMIT_MS } from '../engine/limits';
import { type Held, openConnection } from '../target/connection';
import { endpointUrl } from '../target/endpoint-url';
import { quoted } from '../target/quoted';
import type { Endpoint } from '../target/target';
import { whyUnreachable } from '../target/why-unreachable';
import { UsageError } from '../usage-error';

export interface ReachedManager {
  /** Its address as evidence names it: `10.0.0.7:4000`. */
  readonly name: string;
  readonly endpoint: Endpoint;
  readonly client: EngineClient;
}

const MEND = 'give the address at which "swarm manage" listens, as tcp://10.0.0.7:4000';

/**
 * A replica ties a connection to the primary once it has passed a request on, and would answer for itself on it no more. Source:
 * docker/swarm 1.2.1, api/replica.go.
 */
export const BY_NEW_CONNECTIONS: Held = { keepAlive: false };

/**
 * Opens the way to a manager.
 *
 * @throws UsageError where nothing answers, or something that is no manager
 */
export async function reachManager(target: string, endpoint: Endpoint): Promise<ReachedManager> {
  const { options, close } = openConnection(endpoint, BY_NEW_CONNECTIONS);
  const client = new EngineClient(options, close);
  const url = endpointUrl(endpoint);
  try {
    const version = await versionAt(client, target, url);
    if (!/^swarm\//.test(version)) {
      throw new UsageError(
        `${url} is no manager of Standalone Swarm (${target}): its version is ${quoted(version)}`,
        MEND,
      );
    }
    return { name: url.replace(/^tcp:\/\//, ''), endpoint, client };
  } catch (error) {
    client.close();
    throw error;
  }
}

async function versionAt(client: EngineClient, target: string, url: string): Promise<string> {
  try {
    const answer = await client.send({ method: 'GET', path: '/version', apiVersion: null, limitMs: REACH_LIMIT_MS });
    const { Version } = (answer.json ?? {}) as { Version?: unknown };
    return typeof Version === 'string' ? Version.slice(0, 100) : `unknown: it answers ${answer.status}`;
  } catch (error) {
    throw new UsageError(`no swarm manager answers at ${url} (${target}): ${whyUnreachable(error).reason}`, MEND, {
      cause: error,
    });
  }
}
