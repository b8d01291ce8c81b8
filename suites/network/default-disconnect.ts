import { claim } from '../../helpers/claims/claim';
import { disconnected } from './fixtures/disconnected';

export default claim({
  id: 'network.default.disconnect',
  level: 'stated',
  lines: [[102, 103]],
  statement:
    'A running container can be disconnected from the default bridge: neither side shows it there any more, its ' +
    'interface is gone and nothing gets through.',
  fault: 'disconnect is accepted and the container keeps its interface, or one of the two sides still shows it',
  async body({ use, verify }) {
    const { container, before, answer, after } = await use(disconnected);
    verify.present(before.bridge.Containers?.[container.id], 'the container on bridge before');
    verify.equal(before.reached, { icmp: true, tcp: true }, 'what was reached of a neighbour before');
    verify.accepted(answer, 'disconnecting');
    const networks = after.inspect.NetworkSettings?.Networks ?? {};
    verify.equal(Object.keys(networks), [], 'the networks in inspect of the container');
    verify.absent(after.bridge.Containers?.[container.id], 'the container in inspect of bridge');
    const left = after.interfaces.map((each) => each.interface);
    verify.equal(left, ['lo'], 'the interfaces with an address that are left in the container');
    verify.equal(after.reached, { icmp: false, tcp: false }, 'what was reached of the neighbour afterwards');
  },
});
