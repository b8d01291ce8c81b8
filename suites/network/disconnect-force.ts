import { claim } from '../../helpers/claims/claim';

export default claim({
  id: 'network.disconnect.force',
  level: 'implied',
  lines: [[103, 103]],
  statement: 'Disconnecting by force takes a running container off the network, which can then be removed.',
  fault: 'the engine answers success and keeps the endpoint, so that the network can never be removed',
  async body({ engine, make, verify }) {
    const network = await make.network({ subnet: true });
    const container = await make.container({ network: network.name });
    verify.present((await engine.network(network)).Containers?.[container.id], 'the container on the network before');
    verify.accepted(await engine.disconnect(network, container, true), 'disconnecting by force');
    verify.equal((await engine.network(network)).Containers, {}, 'Containers afterwards');
    const { NetworkSettings, State } = await engine.inspect(container);
    verify.absent(NetworkSettings?.Networks?.[network.name], 'the network in the inspect output of the container');
    verify.equal(State?.Running, true, 'State.Running');
    verify.accepted(await engine.delete(`/networks/${network.id}`), 'removing the network');
  },
});
