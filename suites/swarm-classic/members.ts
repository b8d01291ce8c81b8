/** Containers on a network, two on each node, run through a manager. */
import type { Place } from '../../helpers/claims/cluster';
import type { ContainerRef } from '../../helpers/claims/maker';
import type { ClaimTools } from '../../helpers/claims/tools';
import type { Engine } from '../../helpers/engine/engine';
import { ranAs } from '../network/attempt';
import { constrainedTo, nodeOf, type OwnNode } from './managers';
import { runThrough } from './run-through';

export interface Member {
  /** The engine of its node: a manager may have forgotten a command before it has told how that ended. */
  readonly engine: Engine;
  readonly node: string;
  readonly container: ContainerRef;
  /** On the network. */
  readonly address: string;
  /** By which its server answers. */
  readonly hostName: string;
}

const ON_EACH = [1, 2];

/** A manager hears of a network from its nodes. */
const HEARD_MS = 40_000;

/** Waits until the manager lists these networks, by name. */
export async function verifyListed(
  { verify }: Pick<ClaimTools, 'verify'>,
  { name, engine }: Place,
  networks: readonly string[],
): Promise<void> {
  await verify.eventually(
    `the network among those that ${name} lists`,
    async () => (await engine.networks()).flatMap(({ Name }) => (networks.includes(Name ?? '') ? [Name] : [])),
    (found) => new Set(found).size === networks.length,
    { withinMs: HEARD_MS, expected: networks.join(', ') },
  );
}

/** Runs them all, and looks at each through the manager; the claim fails where one cannot be had, or is on another node. */
export async function membersOn(
  { verify }: Pick<ClaimTools, 'verify'>,
  manager: Place,
  network: string,
  nodes: readonly OwnNode[],
): Promise<Member[]> {
  const wanted = nodes.flatMap((own) => ON_EACH.map(() => own));
  return Promise.all(
    wanted.map(async ({ host, node }) => {
      const options = { network, process: 'serve', config: constrainedTo(node) } as const;
      const container = ranAs(
        verify,
        await runThrough(manager, options),
        `a container for ${node.name} on the network`,
      );
      verify.equal((await nodeOf(manager, container))?.Name, node.name, 'the node that it came to');
      const { NetworkSettings, Config } = await manager.engine.inspect(container);
      const address = verify.present(NetworkSettings?.Networks?.[network]?.IPAddress, `its address on ${network}`);
      return { engine: host.engine, node: node.name, container, address, hostName: String(Config?.Hostname) };
    }),
  );
}
