import { claim } from '../../helpers/claims/claim';
import { answers, prints, set } from '../../helpers/faults/vocabulary';
import { addresses, parseAddresses } from '../../helpers/probe/commands';
import { onlyEndpointOf } from './endpoint';
import { nobodyNear, otherAddresses } from './faults';
import { onDefaultBridge } from './fixtures/default-bridge';

export default claim({
  id: 'network.default.addresses-agree',
  level: 'implied',
  lines: [[81, 89]],
  statement:
    'Network inspect, container inspect and the interface inside the container show one IPv4 address, prefix and MAC address.',
  fault: 'one of the three views shows an address, a prefix or a MAC address that another does not',
  faults: [
    {
      what: 'network inspect shows another address',
      plant: answers('GET /networks/*', set('Containers.*.IPv4Address', nobodyNear)),
      expect: /IPv4Address in network inspect/,
    },
    {
      what: 'network inspect shows another MAC address',
      plant: answers('GET /networks/*', set('Containers.*.MacAddress', '02:42:00:00:00:01')),
      expect: /MacAddress in network inspect/,
    },
    {
      what: 'the interface has another address',
      plant: prints(/^ip addr$/, otherAddresses),
      expect: /the address inside/,
    },
    {
      what: 'container inspect shows another prefix',
      plant: answers('GET /containers/*/json', set('NetworkSettings.Networks.*.IPPrefixLen', 8)),
      expect: /IPv4Address in network inspect/,
    },
  ],
  async body(tools) {
    const { engine, use, verify } = tools;
    const container = await use(onDefaultBridge);
    const endpoint = await onlyEndpointOf(tools, container);
    const { Containers } = await engine.network('bridge');
    const entry = verify.present(Containers?.[container.id], 'the container in network inspect');
    verify.equal(entry.IPv4Address, `${endpoint.IPAddress}/${endpoint.IPPrefixLen}`, 'IPv4Address in network inspect');
    verify.equal(entry.MacAddress, endpoint.MacAddress, 'MacAddress in network inspect');
    const { stdout } = await engine.exec(container, addresses());
    const inside = parseAddresses(stdout).find((each) => each.interface !== 'lo');
    verify.equal(inside?.address, endpoint.IPAddress, 'the address inside the container');
    verify.equal(inside?.prefix, endpoint.IPPrefixLen, 'the prefix inside the container');
    verify.equal(inside?.mac, endpoint.MacAddress, 'the MAC address inside the container');
  },
});
