import { claim } from '../../helpers/claims/claim';
import type { ContainerRef } from '../../helpers/claims/maker';
import { host, networkNamespaces, root } from '../../helpers/claims/needs';
import type { ClaimTools } from '../../helpers/claims/tools';
import { endpointOf } from './endpoint';
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
    async body(tools) {
      await onInternalNetwork(tools);
    },
  }),
  claim({
    id: 'network.bridge.internal-has-no-way-out',
    level: 'implied',
    lines: LINES,
    statement: 'Containers of an internal network reach each other, and no machine beyond their host.',
    needs: [host, root, networkNamespaces],
    fault: 'the engine passes over Internal, and gives the containers a way out',
    async body(tools) {
      const { engine, use, verify } = tools;
      const container = await onInternalNetwork(tools);
      const outside = await machineBeyondHost(tools);
      const { first } = await use(userBridge);
      await verifyReached(verify, 'the machine beyond the host, from a network with a way out', () =>
        pinged(engine, first, outside),
      );
      await verifyUnreached(verify, 'the same machine, from the internal network', () =>
        pinged(engine, container, outside),
      );
    },
  }),
];

/** A container of an internal network that reaches its peer, as is verified. */
async function onInternalNetwork(tools: ClaimTools): Promise<ContainerRef> {
  const { engine, make, verify } = tools;
  const network = await make.network({ subnet: true, internal: true });
  verify.equal((await engine.network(network)).Internal, true, 'Internal in inspect');
  const [container, peer] = await Promise.all([
    make.container({ network: network.name }),
    make.container({ network: network.name, process: 'serve' }),
  ]);
  const { IPAddress } = await endpointOf(tools, peer, network.name);
  await verifyReached(verify, 'what is reached of the peer', () => reached(engine, container, IPAddress));
  return container;
}
