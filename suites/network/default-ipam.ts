import ipaddr from 'ipaddr.js';
import { claim } from '../../helpers/claims/claim';
import { addressIn } from '../../helpers/run/subnets';
import { onlyEndpointOf } from './endpoint';
import { onDefaultBridge } from './fixtures/default-bridge';

export default claim({
  id: 'network.default.ipam',
  level: 'stated',
  lines: [[70, 79]],
  statement: 'The default bridge has one IPAM configuration, of a private subnet whose first address is the gateway.',
  fault: 'the engine gives the default bridge a public subnet or none, or another gateway than its first address',
  async body(tools) {
    const { engine, use, verify } = tools;
    const container = await use(onDefaultBridge);
    const { IPAM } = await engine.network('bridge');
    verify.equal(IPAM?.Config?.length, 1, 'the number of IPAM configurations');
    const { Subnet = '', Gateway } = IPAM?.Config?.[0] ?? {};
    verify.that(ipaddr.IPv4.isValidCIDR(Subnet), 'the subnet', 'an IPv4 subnet', Subnet);
    verify.equal(ipaddr.IPv4.parseCIDR(Subnet)[0].range(), 'private', `the range of ${Subnet}`);
    const first = addressIn(Subnet, 1);
    // Until the first container is started 1.11 leaves the gateway out, and later engines may too.
    verify.equal(Gateway ?? first, first, 'the gateway in IPAM');
    const endpoint = await onlyEndpointOf(tools, container);
    verify.equal(endpoint.Gateway, first, 'the gateway of a container');
  },
});
