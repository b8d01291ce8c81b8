import ipaddr from 'ipaddr.js';
import { claim } from '../../helpers/claims/claim';
import { addresses, parseAddresses } from '../../helpers/probe/commands';
import { endpointOf } from './endpoint';
import { otherBridge } from './fixtures/other-bridge';

export default claim({
  id: 'network.bridge.connect-running',
  level: 'stated',
  lines: [[162, 165]],
  statement:
    'A running container can be connected to a network: both sides show it, and it gets an interface with an address of ' +
    'the subnet.',
  fault: 'connect is accepted, and the container gets no interface or an address of another subnet',
  async body(tools) {
    const { engine, make, use, verify } = tools;
    const { network } = await use(otherBridge);
    const container = await make.container();
    verify.accepted(await engine.connect(network, container), 'connecting');
    const { IPAddress } = await endpointOf(tools, container, network.name);
    const subnet = ipaddr.IPv4.parseCIDR(network.subnet ?? '');
    verify.that(ipaddr.IPv4.parse(IPAddress).match(subnet), 'the new address', `in ${network.subnet}`, IPAddress);
    verify.present((await engine.network(network)).Containers?.[container.id], 'the container in network inspect');
    const { stdout } = await engine.exec(container, addresses());
    const inside = parseAddresses(stdout).filter((each) => each.interface !== 'lo');
    verify.contains(
      inside.map((each) => each.address),
      IPAddress,
      'the addresses inside the container',
    );
    verify.equal(new Set(inside.map((each) => each.interface)).size, 2, 'the number of interfaces beside lo');
  },
});
