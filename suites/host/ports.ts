/** What the hosts of a cluster must let through to each other, where somebody listens. */

import { claim } from '../../helpers/claims/claim';
import type { HostTools } from '../../helpers/claims/cluster';
import {
  commandsOnHosts,
  hosts2,
  overlay,
  partsOfStandaloneSwarm,
  store,
  storeCluster,
  swarmMode,
} from '../../helpers/claims/needs';
import type { ClaimTools } from '../../helpers/claims/tools';
import { answers, prints, set } from '../../helpers/faults/vocabulary';
import { type GossipState, gossipPing, parseGossipPing } from '../../helpers/probe/gossip';
import { consulOf, GOSSIP_PORTS } from './consul';
import { type Door, doorIn, verifyDoorsOpen } from './doors';

/** Where the gossip of overlay networks is: the document's lines 253 and 254. */
const OVERLAY_GOSSIP_PORT = 7946;

const BY_COMMAND = {
  notPlantable: 'no engine is asked: a command on the host is, and what it says passes by no engine',
};

export default [
  claim({
    id: 'host.ports.swarm',
    level: 'stated',
    lines: [[377, 405]],
    statement:
      'Where the parts of Standalone Swarm are played, hosts reach each other by TCP at the engine (2375), a manager (4000) ' +
      'and Consul (8300-8302, 8500; 8400 before 0.8).',
    needs: [hosts2, partsOfStandaloneSwarm],
    fault: 'the packet filter of a host lets one of these ports through to nobody else',
    faults: [
      {
        what: 'a connection is refused',
        plant: prints(/ connect /, (shown) => shown.replace(/ 0 $/m, ' 1 nc: timed out')),
        expect: /TCP \d+ of /,
      },
    ],
    async body(tools) {
      const { cluster, facts } = tools;
      const engines = await Promise.all(cluster.hosts.map(({ engine }) => engine.info()));
      const advertised = engines.flatMap(({ ClusterAdvertise: door }) => (door ? [doorIn(door, 'the engine')] : []));
      const managers = (facts.cluster?.swarmManagers ?? []).map((url) => doorIn(new URL(url).host, 'a manager'));
      const { doors } = cluster.store?.kind === 'consul' ? await consulOf(tools) : { doors: [] };
      await verifyDoorsOpen(tools, [...advertised, ...managers.filter(isElsewhere), ...doors]);
    },
  }),
  claim({
    id: 'host.ports.swarm.udp',
    level: 'implied',
    lines: [
      [384, 384],
      [391, 391],
    ],
    statement: "Consul's servers answer the hosts at UDP 8301 and 8302.",
    needs: [hosts2, store('consul'), commandsOnHosts],
    fault:
      'the packet filter of a host lets the gossip through by TCP alone, and members are taken for dead and alive in turn',
    faults: BY_COMMAND,
    async body(tools) {
      const { servers, encrypted } = await consulOf(tools);
      if (encrypted) throw new Error("the gossip of Consul's servers is encrypted, and answers nobody without the key");
      await verifyGossip(tools, (host) =>
        servers
          .filter((address) => address !== host.address)
          .flatMap((address) => GOSSIP_PORTS.map((port) => ({ address, port }))),
      );
    },
  }),
  claim({
    id: 'host.ports.overlay-gossip',
    level: 'implied',
    lines: [[253, 253]],
    statement: 'Hosts reach each other at TCP 7946, by which they tell what is on their overlay networks.',
    needs: [overlay],
    fault: 'the packet filter of a host lets the port through to nobody else',
    faults: [
      {
        what: 'a connection is refused',
        plant: prints(/ connect /, (shown) => shown.replace(/ 0 $/m, ' 1 nc: timed out')),
        expect: /TCP 7946 of /,
      },
    ],
    async body(tools) {
      const doors = tools.cluster.hosts.map(({ address }) => ({
        address,
        port: OVERLAY_GOSSIP_PORT,
        of: 'the engine',
      }));
      await verifyDoorsOpen(tools, doors);
    },
  }),
  claim({
    id: 'host.ports.overlay-gossip.udp',
    level: 'implied',
    lines: [[254, 254]],
    statement: 'Engines that share a store answer the other hosts at UDP 7946.',
    needs: [storeCluster, commandsOnHosts],
    fault: 'the packet filter of a host lets the gossip through by TCP alone',
    faults: BY_COMMAND,
    async body(tools) {
      const { hosts } = tools.cluster;
      await verifyGossip(tools, (host) =>
        hosts.filter((other) => other !== host).map(({ address }) => ({ address, port: OVERLAY_GOSSIP_PORT })),
      );
    },
  }),
  claim({
    id: 'host.ports.swarm-mode',
    level: 'implied',
    lines: [[699, 700]],
    statement: 'Hosts reach each manager of a swarm by TCP, at the address and port that it names (2377).',
    needs: [swarmMode],
    fault: 'the packet filter of a manager lets the port through to nobody else, and no further host can join',
    faults: [
      {
        what: 'the manager names a port at which nobody listens',
        plant: answers(
          'GET /info',
          set('Swarm.RemoteManagers.*.Addr', (old) => String(old).replace(/:\d+$/, ':9')),
        ),
        expect: /TCP 9 of /,
      },
    ],
    async body(tools) {
      const { cluster, verify } = tools;
      const { Swarm } = await cluster.manager.engine.info();
      const managers = verify.present(Swarm?.RemoteManagers, `the managers that ${cluster.manager.name} names`);
      await verifyDoorsOpen(
        tools,
        managers.map(({ Addr }) => doorIn(Addr, 'a manager')),
      );
    },
  }),
];

/** A manager that this machine reaches by itself, as through a tunnel, is not there for hosts. */
function isElsewhere({ address }: Door): boolean {
  return !/^(localhost$|127\.)/.test(address);
}

/** From each host all members answer that are asked. */
async function verifyGossip(
  { cluster, verify }: ClaimTools,
  membersFor: (host: HostTools) => readonly { readonly address: string; readonly port: number }[],
): Promise<void> {
  const asked = cluster.hosts.flatMap((host) =>
    membersFor(host).map(async ({ address, port }) => {
      const state = parseGossipPing(await host.run(gossipPing(address, port)));
      if (state === 'unknown') throw new Error(`${host.name} has no bash that opens UDP`);
      verify.equal(state, 'answered' satisfies GossipState, `UDP ${port} of ${address} from ${host.name}`);
    }),
  );
  await Promise.all(asked);
}
