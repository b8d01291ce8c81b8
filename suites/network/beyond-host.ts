/** Whether there is a way from a container to what lies beyond the engine's host. */
import type { ContainerRef } from '../../helpers/claims/maker';
import type { Engine } from '../../helpers/engine/engine';

/** An address of nobody (RFC 5737). No datagram gets there: each may be forwarded by the host, and no further. */
const NOWHERE = '198.51.100.1';

/**
 * Asks the router behind the engine's host for a sign: it says where a datagram ends whose hops are used up.
 *
 * @returns its address, or undefined where nothing came back from beyond the host
 */
export async function routerBeyondHost(engine: Engine, from: ContainerRef): Promise<string | undefined> {
  const command = ['traceroute', '-n', '-f', '2', '-m', '2', '-q', '1', '-w', '1', NOWHERE];
  const { stdout } = await engine.exec(from, command);
  return /^ *2 .*?(\d{1,3}(?:\.\d{1,3}){3})/m.exec(stdout)?.[1];
}
