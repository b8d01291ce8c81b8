import { claim } from '../../helpers/claims/claim';
import { host, pingFromHost } from '../../helpers/claims/needs';
import { answers, set } from '../../helpers/faults/vocabulary';
import { endpointOf } from './endpoint';
import { nobodyNear } from './faults';
import { userBridge } from './fixtures/user-bridge';

export default claim({
  id: 'network.bridge.host-reaches-container',
  level: 'implied',
  lines: [[168, 168]],
  statement: "The engine's host reaches a container at its address on a bridge network.",
  needs: [host, pingFromHost],
  fault: "the bridge has no address on the host, or the host's firewall drops what goes to containers",
  faults: [
    {
      what: 'an address is shown that nobody has',
      plant: answers('GET /containers/*/json', set('NetworkSettings.Networks.*.IPAddress', nobodyNear)),
      expect: /ping from the host/,
    },
  ],
  async body(tools) {
    const { host: ofEngine, use, verify } = tools;
    const { network, first } = await use(userBridge);
    const { IPAddress } = await endpointOf(tools, first, network.name);
    const { alive, output } = await ofEngine.ping(IPAddress);
    verify.that(alive, `ping from the host to ${IPAddress}`, 'an answer', output.trim().replace(/\s+/g, ' '));
  },
});
