import { claim } from '../../helpers/claims/claim';
import { connectsToAll, prints } from '../../helpers/faults/vocabulary';
import { endpointOf } from './endpoint';
import { datagramsArrive, pingAnswered, serverAnswers } from './faults';
import { otherBridge } from './fixtures/other-bridge';
import { userBridge } from './fixtures/user-bridge';
import { BRIDGES_JOINED } from './podman-3';
import { reached, reachedByAll, verifyReached, verifyUnreached } from './reach';

export default claim({
  id: 'network.bridge.isolation',
  level: 'stated',
  lines: [
    [56, 56],
    [541, 541],
  ],
  statement: 'Containers on different bridge networks reach each other by neither ICMP nor TCP nor UDP.',
  changes: [BRIDGES_JOINED],
  waits: true,
  fault: 'the engine routes between its bridges, for all protocols or for one',
  faults: [
    {
      what: 'every container is on all networks',
      plant: connectsToAll(),
      expect: /a container of another network reaches/,
    },
    {
      what: 'pings get through',
      plant: prints(/ping/, pingAnswered),
      expect: /a container of another network reaches/,
    },
    {
      what: 'TCP gets through',
      plant: prints(/wget/, serverAnswers),
      expect: /a container of another network reaches/,
    },
    {
      what: 'UDP gets through',
      plant: prints(/^cat .proc.net.snmp$/, datagramsArrive),
      expect: /a container of another network reaches/,
    },
  ],
  async body(tools) {
    const { engine, use, verify } = tools;
    const { network, first, second } = await use(userBridge);
    const other = await use(otherBridge);
    const [inside, outside] = await Promise.all([
      endpointOf(tools, first, network.name),
      endpointOf(tools, other.container, other.network.name),
    ]);
    await verifyReached(verify, 'what its neighbour reaches of a container', () =>
      reachedByAll(engine, second, first, inside.IPAddress),
    );
    await verifyUnreached(verify, 'what a container of another network reaches of it', () =>
      reachedByAll(engine, other.container, first, inside.IPAddress),
    );
    await verifyReached(verify, 'what the other container reaches of itself', () =>
      reached(engine, other.container, outside.IPAddress),
    );
    await verifyUnreached(verify, 'what is reached the other way round', () =>
      reached(engine, first, outside.IPAddress),
    );
  },
});
