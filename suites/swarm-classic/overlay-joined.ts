import { claim } from '../../helpers/claims/claim';
import { storeCluster, swarmManagers } from '../../helpers/claims/needs';
import { answers, prints, set } from '../../helpers/faults/vocabulary';
import { parsePing, pingCommand } from '../../helpers/probe/commands';
import { pingLost } from '../network/faults';
import { looks } from '../network/looks';
import { GOSSIP_MS } from '../overlay/across';
import { overlayNetwork } from '../overlay/overlay-network';
import { anyManager, nodesOfHosts } from './managers';
import { membersOn, verifyListed } from './members';

export default claim({
  id: 'swarm-classic.overlay-joined',
  level: 'stated',
  lines: [[547, 586]],
  statement: 'On the overlay network the containers of both nodes have distinct addresses and all ping each other.',
  needs: [swarmManagers(), storeCluster],
  waits: true,
  limitMs: 90_000,
  fault: 'two containers get one address, or containers of different nodes do not reach each other',
  faults: [
    {
      what: 'all have one address',
      plant: answers('GET /containers/*/json', set('NetworkSettings.Networks.*.IPAddress', '192.0.2.1')),
      expect: /^the number of distinct addresses/,
    },
    { what: 'some do not reach the others', plant: prints(/ping/, pingLost), expect: /^pings that are not answered/ },
  ],
  async body(tools) {
    const { verify } = tools;
    const manager = anyManager(tools);
    const network = await overlayNetwork(tools);
    await verifyListed(tools, manager, [network.name]);
    const members = await membersOn(tools, manager, network.name, await nodesOfHosts(tools, manager));
    const addresses = members.map(({ address }) => address);
    verify.equal(
      new Set(addresses).size,
      members.length,
      `the number of distinct addresses among ${addresses.join(', ')}`,
    );
    await verify.eventually(
      'pings that are not answered',
      async () => {
        const lost = members.map(async ({ engine, node, container, address: own }) => {
          const targets = addresses.filter((address) => address !== own);
          const pings = targets.map((address) => pingCommand(address, 1, 1));
          const ended = await looks(engine, container, pings);
          return targets.flatMap((address, at) => {
            const { sent, received } = parsePing(ended[at]?.stdout ?? '');
            return sent > 0 && received === sent ? [] : [`${own} of ${node} to ${address}`];
          });
        });
        return (await Promise.all(lost)).flat();
      },
      (lost) => lost.length === 0,
      { withinMs: GOSSIP_MS, expected: 'none' },
    );
  },
});
