import { claim } from '../../helpers/claims/claim';
import { overlay } from '../../helpers/claims/needs';
import { addressOf, verifyReached, verifyUnreached } from './across';
import { PINGS_ANSWERED } from './faults';
import { wholeJoined } from './fixtures/joined';
import { overlayNetwork } from './overlay-network';

export default claim({
  id: 'overlay.isolation',
  level: 'implied',
  lines: [[541, 541]],
  statement: 'Containers on two overlay networks do not reach each other, on one host or across hosts.',
  needs: [overlay],
  fault: 'overlay networks share a segment, or the engine routes between them',
  faults: [PINGS_ANSWERED],
  async body(tools) {
    const { cluster, verify } = tools;
    const { network, here, there } = await wholeJoined(tools);
    const other = await overlayNetwork(tools);
    const [host, hostThere] = cluster.pair;
    const [inside, insideThere] = await Promise.all(
      [host, hostThere].map(async (each) => ({
        host: each,
        container: await each.make.container({ network: other.name, process: 'serve' }),
      })),
    );
    const outsiders = [verify.present(inside, 'a container'), verify.present(insideThere, 'a container')] as const;
    const ofOther = await addressOf(verify, outsiders[1], other.name);
    await verifyReached(verify, 'a container of the other network by its neighbour', outsiders[0], ofOther);
    await Promise.all(
      [here, there].map(async (target) => {
        const address = await addressOf(verify, target, network.name);
        const what = `a container of ${target.host.name}`;
        await verifyReached(
          verify,
          `${what} from its own network`,
          { ...target, container: target.neighbour },
          address,
        );
        await Promise.all(
          outsiders.map((from) =>
            verifyUnreached(verify, `${what} from the other network on ${from.host.name}`, from, address),
          ),
        );
      }),
    );
    await verifyUnreached(verify, 'a container of the other network from the first', here, ofOther);
  },
});
