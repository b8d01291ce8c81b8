import { claim } from '../../helpers/claims/claim';
import { accepts, answers, drop, madeUpId, mishears, since } from '../../helpers/faults/vocabulary';
import { addressIn } from '../../helpers/run/subnets';
import { otherBridge } from './fixtures/other-bridge';
import { subnetOf } from './fixtures-subnet';

export default claim({
  id: 'network.subnet.overlap-refused',
  level: 'implied',
  lines: [[652, 654]],
  statement: 'A subnet that overlaps that of another network of the engine is refused while the other exists.',
  fault: 'the engine makes a second network with addresses of the first',
  faults: [
    {
      what: 'the subnet is passed over',
      plant: since(2, mishears('POST /networks/create', drop('IPAM'))),
      expect: /a network with .*: expected refused/,
    },
    {
      what: 'it is answered as done',
      plant: accepts('POST /networks/create', 201, () => ({ Id: madeUpId(), Warning: '' })),
      expect: /a network with .*: expected refused/,
    },
    {
      what: 'it is refused, and shown',
      plant: accepts('GET /networks/*', 200, {}),
      expect: /inspect of what was refused/,
    },
    {
      what: 'the first network loses its subnet',
      plant: answers('GET /networks/*', drop('IPAM.Config.*.Subnet')),
      expect: /the subnet of the first network/,
    },
  ],
  async body({ engine, make, use, verify }) {
    const { network } = await use(otherBridge);
    const subnet = subnetOf(network);
    const half = `${addressIn(subnet, 128)}/25`;
    const status = [500, 403, 409];
    for (const overlapping of [subnet, half]) {
      const body = make.networkBody({ subnet: overlapping });
      const answer = await engine.post('/networks/create', { body });
      verify.refused(answer, { status, message: /overlap|in use|used/i }, `a network with ${overlapping}`);
      verify.refused(await engine.get(`/networks/${body.Name}`), { status: [404] }, 'inspect of what was refused');
    }
    // That it was accepted once, and is again when the first network is gone, is network.bridge.removed-is-gone.
    const [config] = (await engine.network(network)).IPAM?.Config ?? [];
    verify.equal(config?.Subnet, subnet, 'the subnet of the first network afterwards');
  },
});
