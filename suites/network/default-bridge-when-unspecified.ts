import { claim } from '../../helpers/claims/claim';
import { answers, madeUpId, mishears, set } from '../../helpers/faults/vocabulary';
import { onDefaultBridge } from './fixtures/default-bridge';

export default claim({
  id: 'network.default.bridge-when-unspecified',
  level: 'stated',
  lines: [
    [56, 59],
    [155, 155],
  ],
  statement: 'A container that is started without a network is on bridge, and on no other.',
  fault: 'the engine leaves the container without a network, or puts it on another one',
  changes: [
    {
      vendor: 'podman',
      engine: '>=3.0.1',
      why: 'container inspect calls the default network podman',
      reference: 'measured on 3.0.1, 4.3.1, 5.4.2 and 5.8.6',
    },
  ],
  faults: [
    {
      what: 'it is on no network',
      plant: mishears('POST /containers/create', set('HostConfig.NetworkMode', 'none')),
      expect: /the networks of the container/,
    },
    {
      what: 'the network id is another',
      plant: answers(
        'GET /containers/*/json',
        set('NetworkSettings.Networks.*.NetworkID', () => madeUpId()),
      ),
      expect: /the network id/,
    },
  ],
  async body({ engine, use, verify }) {
    const container = await use(onDefaultBridge);
    const { NetworkSettings } = await engine.inspect(container);
    const networks = verify.present(NetworkSettings?.Networks, 'NetworkSettings.Networks');
    verify.equal(Object.keys(networks), ['bridge'], 'the networks of the container');
    const { Id } = await engine.network('bridge');
    verify.equal(networks.bridge?.NetworkID, Id, 'the network id in the endpoint');
  },
});
