import ipaddr from 'ipaddr.js';
import { claim } from '../../helpers/claims/claim';
import { answers, doubled, drop, set } from '../../helpers/faults/vocabulary';
import { addressIn } from '../../helpers/run/subnets';
import { onlyEndpointOf } from './endpoint';
import { onDefaultBridge } from './fixtures/default-bridge';

export default claim({
  id: 'network.default.ipam',
  level: 'stated',
  lines: [[70, 79]],
  statement: 'The default bridge has one IPAM configuration, of a private subnet whose first address is the gateway.',
  fault: 'the engine gives the default bridge a public subnet or none, or another gateway than its first address',
  faults: [
    {
      what: 'there are two configurations',
      plant: answers('GET /networks/*', doubled('IPAM.Config')),
      expect: /the number of IPAM/,
    },
    {
      what: 'the subnet is a public one',
      plant: answers('GET /networks/*', set('IPAM.Config.*.Subnet', '8.8.8.0/24')),
      expect: /the range of/,
    },
    {
      what: 'the gateway is another address',
      plant: answers('GET /networks/*', set('IPAM.Config.*.Gateway', '172.17.0.9')),
      expect: /the gateway in IPAM/,
    },
    {
      what: 'the subnet is left out',
      plant: answers('GET /networks/*', drop('IPAM.Config.*.Subnet')),
      expect: /the subnet/,
    },
  ],
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
