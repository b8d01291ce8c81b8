import { claim } from '../../helpers/claims/claim';
import { outdated, prints, swallows } from '../../helpers/faults/vocabulary';
import { pingAnswered } from './faults';
import { disconnected } from './fixtures/disconnected';

export default claim({
  id: 'network.default.disconnect',
  level: 'stated',
  lines: [[102, 103]],
  statement:
    'A running container can be disconnected from the default bridge: neither side shows it there any more, its ' +
    'interface is gone and nothing gets through.',
  fault: 'disconnect is accepted and the container keeps its interface, or one of the two sides still shows it',
  faults: [
    { what: 'nothing is done', plant: swallows('POST /networks/*/disconnect', 200), expect: /the networks in inspect/ },
    {
      what: 'the network goes on showing it',
      plant: outdated('GET /networks/*'),
      expect: /the container in inspect of bridge/,
    },
    {
      what: 'the container keeps its interface',
      plant: prints(
        /^ip addr$/,
        (shown) => `${shown}9: eth0: <UP> mtu 1500\n    inet 172.17.0.9/16 scope global eth0\n`,
      ),
      expect: /the interfaces with an address/,
    },
    {
      what: 'pings still get through',
      plant: prints(/ping/, pingAnswered),
      expect: /reached of the neighbour afterwards/,
    },
  ],
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
