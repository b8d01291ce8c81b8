import { claim } from '../../helpers/claims/claim';
import { answers, drop, rename, set } from '../../helpers/faults/vocabulary';
import { onDefaultBridge } from './fixtures/default-bridge';

export default claim({
  id: 'network.default.container-entry',
  level: 'stated',
  lines: [[81, 89]],
  statement:
    'Inspect of a network lists a container under its full id, with its name, the id of its endpoint, a MAC address, ' +
    'an IPv4 address with prefix and an empty IPv6 address.',
  fault: 'the container is listed under a short id or not at all, or its entry lacks one of the five fields',
  changes: [
    {
      vendor: 'podman',
      engine: '>=4.3.1',
      why: 'endpoints have no id',
      reference: 'measured on 4.3.1, 5.4.2 and 5.8.6',
    },
  ],
  faults: [
    {
      what: 'it is listed under its short id',
      plant: answers(
        'GET /networks/*',
        set('Containers', (all) =>
          Object.fromEntries(Object.entries(all ?? {}).map(([id, entry]) => [id.slice(0, 12), entry])),
        ),
      ),
      expect: /under its full id/,
    },
    {
      what: 'IPv6Address is left out',
      plant: answers('GET /networks/*', drop('Containers.*.IPv6Address')),
      expect: /IPv6Address/,
    },
    {
      what: 'the address has no prefix',
      plant: answers('GET /networks/*', set('Containers.*.IPv4Address', '172.17.0.2')),
      expect: /IPv4Address/,
    },
    {
      what: 'EndpointID has another name',
      plant: answers('GET /networks/*', rename('Containers.*.EndpointID', 'EndpointId')),
      expect: /EndpointID/,
    },
  ],
  async body({ engine, use, verify }) {
    const container = await use(onDefaultBridge);
    const { Containers } = await engine.network('bridge');
    verify.matches(container.id, /^[0-9a-f]{64}$/, 'the id of the container');
    const entry = verify.present(Containers?.[container.id], 'the entry of the container under its full id');
    verify.equal(entry.Name, container.name, 'Name');
    verify.matches(entry.EndpointID, /^[0-9a-f]{64}$/, 'EndpointID');
    verify.matches(entry.MacAddress, /^[0-9a-f]{2}(:[0-9a-f]{2}){5}$/, 'MacAddress');
    verify.matches(entry.IPv4Address, /^\d{1,3}(\.\d{1,3}){3}\/\d{1,2}$/, 'IPv4Address');
    verify.that(entry.IPv6Address === '', 'IPv6Address', 'an empty text', entry.IPv6Address ?? 'missing');
  },
});
