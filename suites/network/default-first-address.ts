import { claim } from '../../helpers/claims/claim';
import { answers, set } from '../../helpers/faults/vocabulary';
import { addressIn } from '../../helpers/run/subnets';
import { endpointOf, onlyEndpointOf } from './endpoint';
import { nobodyNear } from './faults';
import { onDefaultBridge } from './fixtures/default-bridge';
import { userBridge } from './fixtures/user-bridge';

export default claim({
  id: 'network.default.first-address',
  level: 'implied',
  lines: [[86, 86]],
  statement: 'Where the engine chooses, containers get the addresses that follow the gateway, from the next one on.',
  fault: 'the engine hands out the address of the gateway, or begins anywhere else in the subnet',
  faults: [
    {
      what: 'addresses begin elsewhere in the subnet',
      plant: answers('GET /containers/*/json', set('NetworkSettings.Networks.ec-*.IPAddress', nobodyNear)),
      expect: /the first two addresses/,
    },
    {
      what: 'an address stands before the gateway',
      plant: answers('GET /containers/*/json', set('NetworkSettings.Networks.bridge.IPAddress', '1.2.3.4')),
      expect: /on the default bridge/,
    },
  ],
  async body(tools) {
    const { use, verify } = tools;
    // Whose container is the first on the default bridge is not for us to say: there an address only follows.
    const shared = await onlyEndpointOf(tools, await use(onDefaultBridge));
    const gateway = verify.present(shared.Gateway, 'the gateway of the default bridge');
    verify.that(
      numberOf(shared.IPAddress) > numberOf(gateway),
      'the address on the default bridge',
      `after the gateway ${gateway}`,
      shared.IPAddress,
    );
    const { network, first, second } = await use(userBridge);
    const [one, two] = await Promise.all([first, second].map((each) => endpointOf(tools, each, network.name)));
    const start = verify.present(one?.Gateway, 'the gateway of the network');
    const following = [1, 2].map((step) => addressIn(`${start}/32`, step));
    verify.equal([one?.IPAddress, two?.IPAddress], following, 'the first two addresses of a network');
  },
});

function numberOf(address: string): number {
  return address.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0);
}
