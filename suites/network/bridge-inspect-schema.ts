import { claim } from '../../helpers/claims/claim';
import { EMPTY_ADDRESSES_OF_29 } from '../../helpers/drift/known/docker-networks-volumes';
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
  async body({ engine, use, verify }) {
    const inspect = await engine.network(await use(emptyBridge));
    verify.conforms('network-inspect', inspect, 'the inspect output of a bridge network');
    verify.equal(inspect.Containers, {}, 'Containers');
    verify.equal(inspect.Options, {}, 'Options');
    verify.equal(Object.keys(inspect.Labels ?? {}).sort(), [MAKER_LABEL, RUN_LABEL].sort(), 'the labels');
  },
});
