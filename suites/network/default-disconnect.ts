import { claim } from '../../helpers/claims/claim';
import { addresses, parseAddresses } from '../../helpers/probe/commands';
import { onlyEndpointOf } from './endpoint';
import { onDefaultBridge } from './fixtures/default-bridge';
import { reached, verifyReached, verifyUnreached } from './reach';

export default claim({
  id: 'network.default.disconnect',
  level: 'stated',
  lines: [[102, 103]],
  statement:
    'A running container can be disconnected from the default bridge: neither side shows it there any more, its ' +
    'interface is gone and nothing gets through.',
  fault: 'disconnect is accepted and the container keeps its interface, or one of the two sides still shows it',
  async body(tools) {
    const { engine, make, use, verify } = tools;
    const neighbour = await onlyEndpointOf(tools, await use(onDefaultBridge));
    const container = await make.container();
    verify.present((await engine.network('bridge')).Containers?.[container.id], 'the container on bridge before');
    const look = () => reached(engine, container, neighbour.IPAddress);
    await verifyReached(verify, 'what is reached of the neighbour before', look);
    verify.accepted(await engine.disconnect('bridge', container), 'disconnecting');
    const { NetworkSettings } = await engine.inspect(container);
    verify.equal(Object.keys(NetworkSettings?.Networks ?? {}), [], 'the networks in inspect of the container');
    verify.absent((await engine.network('bridge')).Containers?.[container.id], 'the container in inspect of bridge');
    const { stdout } = await engine.exec(container, addresses());
    const left = parseAddresses(stdout).map((each) => each.interface);
    verify.equal(left, ['lo'], 'the interfaces with an address that are left in the container');
    await verifyUnreached(verify, 'what is reached of the neighbour afterwards', look);
  },
});
