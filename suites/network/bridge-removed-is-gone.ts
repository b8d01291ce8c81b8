import { claim } from '../../helpers/claims/claim';
import { accepts, nth, refuses, since, swallows } from '../../helpers/faults/vocabulary';
import { removedNetwork } from './fixtures/removed-network';

export default claim({
  id: 'network.bridge.removed-is-gone',
  level: 'implied',
  lines: [[109, 109]],
  statement: 'A network that was removed is not found any more (404), and another network may have its subnet.',
  fault: 'the engine still shows the network, or keeps its subnet taken',
  faults: [
    { what: 'nothing is done', plant: swallows('DELETE /networks/*', 204), expect: /inspect of the removed network/ },
    {
      what: 'its subnet stays taken',
      plant: nth(2, refuses('POST /networks/create', 403, 'Pool overlaps with other one')),
      expect: /another network with/,
    },
    {
      what: 'inspect goes on showing it',
      plant: since(3, accepts('GET /networks/*', 200, {})),
      expect: /inspect of the removed network/,
    },
  ],
  async body({ use, verify }) {
    const { network, inUse, removal, afterwards, successor } = await use(removedNetwork);
    verify.equal(inUse.Id, network.id, 'the network before');
    verify.accepted(removal, 'removing');
    verify.refused(afterwards.inspect, { status: [404] }, 'inspect of the removed network');
    const ids = afterwards.list.map((each) => each.Id);
    verify.excludes(ids, network.id, 'the list of networks');
    verify.accepted(successor.answer, `another network with ${network.subnet}`, 201);
  },
});
