import { claim } from '../../helpers/claims/claim';
import { accepts, refusesWith } from '../../helpers/faults/vocabulary';
import { userBridge } from './fixtures/user-bridge';

export default claim({
  id: 'network.missing-refused',
  level: 'implied',
  lines: [
    [103, 103],
    [163, 163],
  ],
  statement:
    'Whatever is asked of a network that does not exist, or for a container that does not, is refused with 404.',
  changes: [
    {
      vendor: 'docker',
      engine: '>=1.12.0',
      inSwarm: true,
      why: 'A node of a swarm asks its manager to attach to a network that it does not know, and answers 500 to connect.',
      reference: 'measured on swarms of 20.10.24, of 26.1.5 and of 28.5.2',
    },
  ],
  fault: 'the engine answers success, or 500, to a call that names nothing',
  faults: [
    {
      what: 'removing what is missing is answered with 500',
      plant: refusesWith('DELETE /networks/*', 500),
      expect: /DELETE.*status/,
    },
    {
      what: 'connecting nobody is answered as done',
      plant: accepts('POST /networks/*/connect', 200),
      expect: /connect: expected refused/,
    },
    {
      what: 'a missing network is shown',
      plant: accepts('GET /networks/*', 200, {}),
      expect: /GET .*expected refused/,
    },
  ],
  async body({ engine, make, use, verify }) {
    const { network, second } = await use(userBridge);
    const missing = { id: make.name(), name: '' };
    const answers = await Promise.all([
      engine.get(`/networks/${missing.id}`),
      engine.delete(`/networks/${missing.id}`),
      engine.connect(missing.id, second),
      engine.disconnect(missing.id, second),
      engine.connect(network, missing),
      engine.disconnect(network, missing),
    ]);
    for (const answer of answers) {
      verify.refused(answer, { status: [404] }, `${answer.method} ${answer.path}`);
    }
    verify.accepted(await engine.get(`/networks/${network.id}`), 'inspect of a network that exists', 200);
  },
});
