import { claim } from '../../helpers/claims/claim';
import { EMPTY_ADDRESSES_OF_29 } from '../../helpers/drift/known/docker-networks-volumes';
import { answers, set } from '../../helpers/faults/vocabulary';
import { MAKER_LABEL, RUN_LABEL } from '../../helpers/run/identity';
import { emptyBridge } from './fixtures/empty-bridge';

export default claim({
  id: 'network.bridge.inspect-schema',
  level: 'stated',
  lines: [[117, 139]],
  statement:
    'The inspect output of a new bridge network has the shape of API v1.23, with no containers, no options and no labels ' +
    'but those that were asked for.',
  changes: [EMPTY_ADDRESSES_OF_29],
  fault: 'a field of v1.23 is missing or null, or the engine adds options or labels of its own',
  faults: [
    { what: 'it has no options', plant: answers('GET /networks/*', set('Options', null)), expect: /\/Options/ },
    {
      what: 'a subnet is no subnet',
      plant: answers('GET /networks/*', set('IPAM.Config.0.Subnet', 'auto')),
      expect: /\/Subnet/,
    },
    {
      what: 'an option was added',
      plant: answers('GET /networks/*', set('Options.mtu', '1500')),
      expect: /Options: expected/,
    },
    { what: 'a label was added', plant: answers('GET /networks/*', set('Labels.odd', '1')), expect: /the labels/ },
  ],
  async body({ engine, use, verify }) {
    const inspect = await engine.network(await use(emptyBridge));
    verify.conforms('network-inspect', inspect, 'the inspect output of a bridge network');
    verify.equal(inspect.Containers, {}, 'Containers');
    verify.equal(inspect.Options, {}, 'Options');
    verify.equal(Object.keys(inspect.Labels ?? {}).sort(), [MAKER_LABEL, RUN_LABEL].sort(), 'the labels');
  },
});
