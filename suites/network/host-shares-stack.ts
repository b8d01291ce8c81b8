import { claim } from '../../helpers/claims/claim';
import { mishears, set } from '../../helpers/faults/vocabulary';
import { addresses, parseAddresses } from '../../helpers/probe/commands';
import { endpointOf } from './endpoint';
import { userBridge } from './fixtures/user-bridge';

export default claim({
  id: 'network.host.shares-stack',
  level: 'implied',
  lines: [[52, 52]],
  statement: "A container on host sees the host's own interfaces, the bridges of the engine among them.",
  fault: 'the container gets a network namespace of its own',
  faults: [
    {
      what: 'it gets a network namespace of its own',
      plant: mishears(
        'POST /containers/create',
        set('HostConfig.NetworkMode', (mode) => (mode === 'host' ? 'none' : (mode ?? ''))),
      ),
      expect: /that a container on host sees/,
    },
  ],
  async body(tools) {
    const { engine, make, use, verify } = tools;
    const { network, second } = await use(userBridge);
    const { Gateway } = await endpointOf(tools, second, network.name);
    const container = await make.container({ network: 'host' });
    const [onHost, onBridge] = await Promise.all([container, second].map((each) => engine.exec(each, addresses())));
    // The gateway of a bridge network is an address of the host, and of no container.
    verify.contains(addressesIn(onHost?.stdout), Gateway, 'the addresses that a container on host sees');
    verify.excludes(addressesIn(onBridge?.stdout), Gateway, 'the addresses that a container on a bridge sees');
  },
});

function addressesIn(text = ''): string[] {
  return parseAddresses(text).map((each) => each.address);
}
