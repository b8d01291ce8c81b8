import { claim } from '../../helpers/claims/claim';
import { answers, set } from '../../helpers/faults/vocabulary';
import { onlyEndpointOf } from './endpoint';
import { onDefaultBridge } from './fixtures/default-bridge';

export default claim({
  id: 'network.default.mac-from-address',
  level: 'stated',
  lines: [[85, 86]],
  statement: 'The MAC address of a container is 02:42, followed by the four octets of its IPv4 address.',
  fault: 'the engine chooses MAC addresses at random',
  changes: [
    {
      vendor: 'docker',
      engine: '>=28.0.0',
      why: 'MAC addresses on bridge networks are random',
      reference: 'measured on 28.5.2; since 28.0.0 by its source',
    },
    {
      vendor: 'podman',
      engine: '>=3.0.1',
      why: 'MAC addresses are random',
      reference: 'measured on 3.0.1, 4.3.1, 5.4.2 and 5.8.6',
    },
  ],
  faults: [
    {
      what: 'the MAC address is a random one',
      plant: answers('GET /containers/*/json', set('NetworkSettings.Networks.*.MacAddress', '02:42:6a:1f:00:01')),
      expect: /the MAC address for/,
    },
  ],
  async body(tools) {
    const { use, verify } = tools;
    const container = await use(onDefaultBridge);
    const { IPAddress, MacAddress } = await onlyEndpointOf(tools, container);
    const octets = IPAddress.split('.').map((octet) => Number(octet).toString(16).padStart(2, '0'));
    verify.equal(MacAddress, ['02', '42', ...octets].join(':'), `the MAC address for ${IPAddress}`);
  },
});
