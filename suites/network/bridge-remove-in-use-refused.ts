import { claim } from '../../helpers/claims/claim';
import { objectOf } from '../../helpers/engine/engine';
import { accepts, alsoDoes, nth, refuses } from '../../helpers/faults/vocabulary';
import { containersOn } from './faults';
import { removedNetwork } from './fixtures/removed-network';
import { connected } from './fixtures-members';

export default claim({
  id: 'network.bridge.remove-in-use-refused',
  level: 'implied',
  lines: [[109, 109]],
  statement: 'A network on which a container runs cannot be removed; once the container is disconnected it can.',
  fault: 'the engine removes the network under a running container',
  changes: [
    {
      vendor: 'podman',
      engine: '>=4.3.1',
      why: 'asked by its id, a network is removed under a running container; asked by its name it is refused',
      reference: 'measured on 4.3.1, 5.4.2 and 5.8.6',
    },
  ],
  faults: [
    {
      what: 'it is removed',
      plant: nth(2, accepts('DELETE /networks/*', 204)),
      expect: /removing the network in use: expected refused/,
    },
    {
      what: 'it is refused, and the container taken off',
      plant: nth(
        2,
        alsoDoes('DELETE /networks/*', 'after', async ({ path }, look) =>
          containersOn(await look(path)).map((id) => ({
            method: 'POST',
            path: `${path}/disconnect`,
            body: { Container: id },
          })),
        ),
      ),
      expect: /the container on the network afterwards/,
    },
    {
      what: 'a network that is free is not removed',
      plant: nth(3, refuses('DELETE /networks/*', 500)),
      expect: /removing the network that is free/,
    },
  ],
  async body({ engine, use, verify }) {
    // Nobody else has to do with the successor: an engine that removes it takes it from nobody.
    const [{ successor }, { container }] = await Promise.all([use(removedNetwork), use(connected)]);
    const network = { id: String(objectOf(successor.answer).Id), name: successor.name };
    verify.accepted(await engine.connect(network, container), 'connecting');
    const refusal = await engine.delete(`/networks/${network.id}`);
    verify.refused(refusal, { status: [500, 403, 409] }, 'removing the network in use');
    const { Containers } = await engine.network(network);
    verify.present(Containers?.[container.id], 'the container on the network afterwards');
    verify.accepted(await engine.disconnect(network, container), 'disconnecting');
    verify.accepted(await engine.delete(`/networks/${network.id}`), 'removing the network that is free');
  },
});
