import { claim } from '../../helpers/claims/claim';
import { onDefaultBridge } from './fixtures/default-bridge';

export default claim({
  id: 'network.default.inspect-schema',
  level: 'stated',
  lines: [[62, 100]],
  statement: 'The inspect output of the default bridge, with a container on it, has the shape of API v1.23.',
  fault: 'a field of v1.23 is missing from the output, or has another type',
  changes: [
    {
      vendor: 'podman',
      engine: '>=4.3.1',
      why: 'endpoints have no id',
      reference: 'measured on 4.3.1, 5.4.2 and 5.8.6',
    },
  ],
  async body({ engine, use, verify }) {
    await use(onDefaultBridge);
    verify.conforms('network-inspect', await engine.network('bridge'), 'the inspect output of bridge');
  },
});
