import { claim } from '../../helpers/claims/claim';
import { prints } from '../../helpers/faults/vocabulary';
import { parsePing, pingCommand } from '../../helpers/probe/commands';
import { endpointOf } from './endpoint';
import { pingLost } from './faults';
import { userBridge } from './fixtures/user-bridge';

const COUNT = 2;
const WAIT_SECONDS = 5;

export default claim({
  id: 'network.bridge.ping-both-ways',
  level: 'stated',
  lines: [[175, 199]],
  statement: 'Two containers of one bridge network ping each other by address, both ways, without a loss.',
  fault: 'containers of one network cannot reach each other, or only one way',
  faults: [
    {
      what: 'a reply is lost',
      plant: prints(/^ping/, (shown) => shown.replace('2 packets received', '1 packets received')),
      expect: /ping from/,
    },
    { what: 'one way is shut', plant: prints({ command: /^ping/, since: 2 }, pingLost), expect: /ping from/ },
  ],
  async body(tools) {
    const { engine, use, verify } = tools;
    const { network, first, second } = await use(userBridge);
    const ways = [
      [first, second],
      [second, first],
    ] as const;
    await Promise.all(
      ways.map(async ([from, to]) => {
        const { IPAddress } = await endpointOf(tools, to, network.name);
        const { stdout } = await engine.exec(from, pingCommand(IPAddress, COUNT, WAIT_SECONDS));
        const { sent, received } = parsePing(stdout);
        verify.equal({ sent, received }, { sent: COUNT, received: COUNT }, `ping from ${from.name} to ${IPAddress}`);
      }),
    );
  },
});
