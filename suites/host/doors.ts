/** TCP ports of hosts, and whether they open to each other. */
import type { ClaimTools } from '../../helpers/claims/tools';
import { type DoorState, parseTcpConnects, tcpConnects } from '../../helpers/probe/commands';
import { feelers } from './fixtures/feelers';

/** A TCP port that hosts must reach, and who listens there. */
export interface Door {
  readonly address: string;
  readonly port: number;
  readonly of: string;
}

/** How long a connection may take, in seconds. */
const CONNECT_SECONDS = 2;

/**
 * A door as engines and stores write it: `10.0.0.7:2375`.
 *
 * @throws Error where it is not written so
 */
export function doorIn(text: unknown, of: string): Door {
  const [, address, port] = /^([A-Za-z0-9_.-]{1,253}):(\d{1,5})$/.exec(String(text)) ?? [];
  if (address === undefined) throw new Error(`not an address and a port (${of}): ${String(text).slice(0, 100)}`);
  return { address, port: Number(port), of };
}

/** From each host every door opens that is not its own. */
export async function verifyDoorsOpen({ use, verify }: Pick<ClaimTools, 'use' | 'verify'>, doors: readonly Door[]) {
  const tried = (await use(feelers)).map(async ({ host, container }) => {
    const others = doors.filter(({ address }) => address !== host.address);
    const names = others.map(({ address, port }) => `${address}:${port}`);
    if (names.length === 0) return;
    const { stdout } = await host.engine.exec(container, tcpConnects(names, CONNECT_SECONDS));
    const state = parseTcpConnects(stdout);
    for (const { address, port, of } of others) {
      const open: DoorState = 'open';
      verify.equal(state(`${address}:${port}`), open, `TCP ${port} of ${address} (${of}) from ${host.name}`);
    }
  });
  await Promise.all(tried);
}
