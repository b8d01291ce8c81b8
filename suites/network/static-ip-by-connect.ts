/** `docker network connect --ip`. */
import { claim } from '../../helpers/claims/claim';
import { addressIn } from '../../helpers/run/subnets';
import { endpointOf } from './endpoint';
import { userBridge } from './fixtures/user-bridge';
import { connected } from './fixtures-members';
import { givenSubnet } from './fixtures-subnet';

export default [
  claim({
    id: 'network.static-ip.by-connect',
    level: 'implied',
    lines: [
      [162, 163],
      [207, 207],
    ],
    statement: 'A running container that is connected with an address of its choice gets it at once.',
    fault: 'the engine connects the container and passes over the address',
    async body(tools) {
      const { engine, use, verify } = tools;
      const { container, given, address, answers } = await use(connected);
      verify.accepted(answers.withAddress, 'connect with an address');
      verify.equal((await endpointOf(tools, container, given.network.name)).IPAddress, address, 'IPAddress');
      const { stdout } = await engine.exec(container, ['ip', 'addr']);
      verify.contains(stdout, ` ${address}/`, 'the addresses inside the container');
    },
  }),
  claim({
    id: 'network.static-ip.by-connect-before-start',
    level: 'implied',
    lines: [
      [162, 163],
      [207, 207],
    ],
    statement: 'A container that is connected with an address before it runs has the address when it starts.',
    fault: 'the engine forgets the address between connect and start',
    async body(tools) {
      const { engine, make, use, verify } = tools;
      const [{ network, subnet }, other] = await Promise.all([use(givenSubnet), use(userBridge)]);
      const address = addressIn(subnet, 55);
      const container = await make.created({ network: other.network.name });
      const connected = await engine.connect(network, container, { IPAMConfig: { IPv4Address: address } });
      verify.accepted(connected, 'connect with an address');
      verify.accepted(await engine.start(container), 'start', 204);
      verify.equal((await endpointOf(tools, container, network.name)).IPAddress, address, 'IPAddress');
      const { stdout } = await engine.exec(container, ['ip', 'addr']);
      verify.contains(stdout, ` ${address}/`, 'the addresses inside the container');
    },
  }),
];
