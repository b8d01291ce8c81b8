import { claim } from '../../helpers/claims/claim';
import { answers, mistakes, prints, set, swallows } from '../../helpers/faults/vocabulary';
import { overlaps, parseRange } from '../../helpers/run/subnets';
import { onlyLoopback } from './faults';
import { connectedAgain } from './fixtures/disconnected';

export default claim({
  id: 'network.bridge.connect-running',
  level: 'stated',
  lines: [[162, 165]],
  statement:
    'A running container can be connected to a network: both sides show it, and it gets an interface with an address of ' +
    'the subnet.',
  fault: 'connect is accepted, and the container gets no interface or an address of another subnet',
  faults: [
    { what: 'nothing is done', plant: swallows('POST /networks/*/connect', 200), expect: /the endpoint in inspect/ },
    {
      what: 'it is connected to the default bridge instead',
      plant: mistakes('POST /networks/*/connect', () => '/networks/bridge/connect'),
      expect: /the endpoint in inspect/,
    },
    {
      what: 'an address of another subnet is shown',
      plant: answers('GET /containers/*/json', set('NetworkSettings.Networks.ec-*.IPAddress', '192.0.2.7')),
      expect: /the new address/,
    },
    {
      what: 'the container gets no interface',
      plant: prints({ command: /^ip addr$/, since: 2 }, onlyLoopback),
      expect: /the addresses inside/,
    },
    {
      what: 'the network does not show it',
      plant: answers('GET /networks/*', set('Containers', {})),
      expect: /the container in network inspect/,
    },
  ],
  async body({ engine, use, verify }) {
    const { container, network, answer, inspect, members, interfaces } = await use(connectedAgain);
    verify.accepted(answer, 'connecting');
    const endpoint = verify.present(inspect.NetworkSettings?.Networks?.[network.name], 'the endpoint in inspect');
    const { IPAM } = await engine.network(network);
    const subnet = verify.present(IPAM?.Config?.[0]?.Subnet, 'the subnet of the network');
    verify.that(isWithin(endpoint.IPAddress, subnet), 'the new address', `in ${subnet}`, endpoint.IPAddress);
    verify.present(members.Containers?.[container.id], 'the container in network inspect');
    const inside = interfaces.filter((each) => each.interface !== 'lo').map((each) => each.address);
    verify.equal(inside, [endpoint.IPAddress], 'the addresses inside the container beside that of lo');
  },
});

function isWithin(address: string | undefined, subnet: string): boolean {
  const [inner, outer] = [parseRange(address ?? ''), parseRange(subnet)];
  return inner !== undefined && outer !== undefined && overlaps(inner, outer);
}
