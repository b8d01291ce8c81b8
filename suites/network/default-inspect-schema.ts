import { claim } from '../../helpers/claims/claim';
import { EMPTY_ADDRESSES_OF_29 } from '../../helpers/drift/known/docker-networks-volumes';
import { PODMAN_ENDPOINT_ID } from '../../helpers/drift/known/podman-networks-images';
import { answers, drop, retype, set } from '../../helpers/faults/vocabulary';
import { onDefaultBridge } from './fixtures/default-bridge';

const INSPECT = 'GET /networks/bridge';

export default claim({
  id: 'network.default.inspect-schema',
  level: 'stated',
  lines: [[62, 100]],
  statement: 'The inspect output of the default bridge, with a container on it, has the shape of API v1.23.',
  fault: 'a field of v1.23 is missing from the output, or has another type',
  faults: [
    { what: 'a field is missing', plant: answers(INSPECT, drop('Scope')), expect: /\/Scope: .* absent/ },
    {
      what: 'a container has no MAC address there',
      plant: answers(INSPECT, drop('Containers.*.MacAddress')),
      expect: /\/MacAddress: .* absent/,
    },
    {
      what: 'an address has no prefix',
      plant: answers(INSPECT, set('Containers.*.IPv4Address', '172.17.0.2')),
      expect: /\/IPv4Address/,
    },
    {
      what: 'a flag is told as text',
      plant: answers(INSPECT, retype('Internal')),
      expect: /\/Internal: expected a bool/,
    },
  ],
  changes: [EMPTY_ADDRESSES_OF_29, PODMAN_ENDPOINT_ID],
  async body({ engine, use, verify }) {
    await use(onDefaultBridge);
    verify.conforms('network-inspect', await engine.network('bridge'), 'the inspect output of bridge');
  },
});
