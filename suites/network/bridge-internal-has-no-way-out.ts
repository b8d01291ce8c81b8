import { claim } from '../../helpers/claims/claim';
import { host, networkNamespaces, root } from '../../helpers/claims/needs';
import type { ClaimTools } from '../../helpers/claims/tools';
import { drop, mishears, prints } from '../../helpers/faults/vocabulary';
import { endpointOf } from './endpoint';
import { pingLost } from './faults';
import { internalBridge } from './fixtures/internal-bridge';
import { userBridge } from './fixtures/user-bridge';
import { machineBeyondHost } from './machine-beyond-host';
import { pinged, reached, verifyReached, verifyUnreached } from './reach';

const LINES = [
  [80, 80],
  [135, 135],
] as const;

export default [
  claim({
    id: 'network.bridge.internal-reaches-peers',
    level: 'implied',
    lines: LINES,
    statement: 'A network made with `--internal` says so in inspect, and its containers reach each other.',
    fault: 'the engine loses Internal on the way, or cuts the containers of such a network off from each other',
    faults: [
      {
        what: 'Internal is lost on the way',
        plant: mishears('POST /networks/create', drop('Internal')),
        expect: /Internal in inspect/,
      },
      { what: 'pings between its containers are lost', plant: prints(/ping/, pingLost), expect: /reached of the peer/ },
    ],
    async body(tools) {
      const { engine, use, verify } = tools;
      const { network } = await use(internalBridge);
      verify.equal((await engine.network(network)).Internal, true, 'Internal in inspect');
      await verifyPeerReached(tools);
    },
  }),
  claim({
    id: 'network.bridge.internal-has-no-way-out',
    level: 'implied',
    lines: LINES,
    statement: 'Containers of an internal network reach each other, and no machine beyond their host.',
    needs: [host, root, networkNamespaces],
    waits: true,
    fault: 'the engine passes over Internal, and gives the containers a way out',
    faults: [
      {
        what: 'Internal is passed over',
        plant: mishears('POST /networks/create', drop('Internal')),
        expect: /from the internal network/,
      },
      { what: 'pings between its containers are lost', plant: prints(/ping/, pingLost), expect: /reached of the peer/ },
    ],
    async body(tools) {
      const { engine, use, verify } = tools;
      await verifyPeerReached(tools);
      const { first: container } = await use(internalBridge);
      const outside = await machineBeyondHost(tools);
      const { first: other } = await use(userBridge);
      await verifyReached(verify, 'the machine beyond the host, from a network with a way out', () =>
        pinged(engine, other, outside),
      );
      await verifyUnreached(verify, 'the same machine, from the internal network', () =>
        pinged(engine, container, outside),
      );
    },
  }),
];

async function verifyPeerReached(tools: ClaimTools): Promise<void> {
  const { engine, use, verify } = tools;
  const { network, first, second } = await use(internalBridge);
  const { IPAddress } = await endpointOf(tools, second, network.name);
  await verifyReached(verify, 'what is reached of the peer', () => reached(engine, first, IPAddress));
}
