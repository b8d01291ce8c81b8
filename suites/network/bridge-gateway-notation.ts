import { claim } from '../../helpers/claims/claim';
import { answers, set } from '../../helpers/faults/vocabulary';
import { addressIn } from '../../helpers/run/subnets';
import { emptyBridge } from './fixtures/empty-bridge';

export default claim({
  id: 'network.bridge.gateway-notation',
  level: 'stated',
  lines: [[130, 131]],
  statement:
    "The gateway that the engine chooses for a network is shown with the subnet's prefix, as in 172.18.0.1/16.",
  fault: 'the gateway is shown as a bare address',
  changes: [
    {
      vendor: 'docker',
      engine: '>=1.13.0',
      why: 'the gateway is shown as a bare address',
      reference: 'measured on 20.10.5, 20.10.24, 26.1.5 and 28.5.2; since 1.13.0 by its source',
    },
    {
      vendor: 'podman',
      engine: '>=4.3.1',
      why: 'the gateway is shown as a bare address',
      reference: 'measured on 4.3.1, 5.4.2 and 5.8.6',
    },
  ],
  faults: [
    {
      what: 'the gateway is a bare address',
      plant: answers(
        'GET /networks/*',
        set('IPAM.Config.*.Gateway', (gateway) => String(gateway).split('/')[0] ?? ''),
      ),
      expect: /the gateway of/,
    },
  ],
  async body({ engine, use, verify }) {
    const { IPAM } = await engine.network(await use(emptyBridge));
    const { Subnet, Gateway } = verify.present(IPAM?.Config?.[0], 'the IPAM configuration');
    const subnet = verify.present(Subnet, 'the subnet');
    const prefix = subnet.split('/')[1];
    verify.equal(Gateway, `${addressIn(subnet, 1)}/${prefix}`, `the gateway of ${subnet}`);
  },
});
