import { claim } from '../../helpers/claims/claim';
import { accepts, answers, doubled, madeUpId, nth, refusesSaying } from '../../helpers/faults/vocabulary';
import { emptyBridge } from './fixtures/empty-bridge';

export default claim({
  id: 'network.bridge.duplicate-refused',
  level: 'implied',
  lines: [[109, 109]],
  statement: 'A second network of the same name is refused where the client asks for that check, and the first stays.',
  fault: 'the engine makes a second network of the same name',
  faults: [
    {
      what: 'it is answered as done',
      plant: nth(
        2,
        accepts('POST /networks/create', 201, () => ({ Id: madeUpId(), Warning: '' })),
      ),
      expect: /a second network of the name: expected refused/,
    },
    {
      what: 'it is refused, and made all the same',
      plant: answers('GET /networks', doubled('')),
      expect: /the networks of the name afterwards/,
    },
    { what: 'the message does not name it', plant: refusesSaying('POST /networks/create', 'no'), expect: /message/ },
  ],
  async body({ engine, make, use, verify }) {
    const network = await use(emptyBridge);
    const again = { ...make.networkBody(), Name: network.name, CheckDuplicate: true };
    const answer = await engine.post('/networks/create', { body: again });
    verify.refused(answer, { status: [500, 409], message: new RegExp(network.name) }, 'a second network of the name');
    const named = (await engine.networks()).filter((each) => each.Name === network.name);
    verify.equal(
      named.map((each) => each.Id),
      [network.id],
      'the networks of the name afterwards',
    );
  },
});
