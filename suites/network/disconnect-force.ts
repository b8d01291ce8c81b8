import { claim } from '../../helpers/claims/claim';
import { alsoDoes, outdated, refuses, sent, swallows } from '../../helpers/faults/vocabulary';
import { removedNetwork } from './fixtures/removed-network';

export default claim({
  id: 'network.disconnect.force',
  level: 'implied',
  lines: [[103, 103]],
  statement: 'Disconnecting by force takes a running container off the network, which can then be removed.',
  fault: 'the engine answers success and keeps the endpoint, so that the network can never be removed',
  faults: [
    { what: 'nothing is done', plant: swallows('POST /networks/*/disconnect', 200), expect: /Containers afterwards/ },
    {
      what: 'the container is stopped',
      plant: alsoDoes('POST /networks/*/disconnect', 'after', (asked) => [
        { method: 'POST', path: `/containers/${sent(asked, 'Container')}/kill` },
      ]),
      expect: /State.Running/,
    },
    {
      what: 'the network can never be removed',
      plant: refuses('DELETE /networks/*', 403, 'network has active endpoints'),
      expect: /removing the network/,
    },
    { what: 'the network goes on showing it', plant: outdated('GET /networks/*'), expect: /Containers afterwards/ },
    {
      what: 'it is refused for a container that runs',
      plant: refuses('POST /networks/*/disconnect', 409),
      expect: /disconnecting by force/,
    },
  ],
  async body({ use, verify }) {
    const { network, container, inUse, leaving, left, removal, afterwards } = await use(removedNetwork);
    verify.present(inUse.Containers?.[container.id], 'the container on the network before');
    verify.accepted(leaving, 'disconnecting by force');
    verify.equal(left.Containers, {}, 'Containers afterwards');
    verify.accepted(removal, 'removing the network');
    const { NetworkSettings, State } = afterwards.container;
    verify.absent(NetworkSettings?.Networks?.[network.name], 'the network in the inspect output of the container');
    verify.equal(State?.Running, true, 'State.Running');
  },
});
