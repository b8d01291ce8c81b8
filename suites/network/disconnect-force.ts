import { claim } from '../../helpers/claims/claim';
import { removedNetwork } from './fixtures/removed-network';

export default claim({
  id: 'network.disconnect.force',
  level: 'implied',
  lines: [[103, 103]],
  statement: 'Disconnecting by force takes a running container off the network, which can then be removed.',
  fault: 'the engine answers success and keeps the endpoint, so that the network can never be removed',
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
