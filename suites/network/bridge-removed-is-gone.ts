import { claim } from '../../helpers/claims/claim';

export default claim({
  id: 'network.bridge.removed-is-gone',
  level: 'implied',
  lines: [[109, 109]],
  statement: 'A network that was removed is not found any more (404), and another network may have its subnet.',
  fault: 'the engine still shows the network, or keeps its subnet taken',
  async body({ engine, make, verify }) {
    const network = await make.network({ subnet: true });
    const { Id } = await engine.network(network);
    verify.equal(Id, network.id, 'the network before');
    verify.accepted(await engine.delete(`/networks/${network.id}`), 'removing');
    const gone = await engine.get(`/networks/${network.id}`);
    verify.refused(gone, { status: [404] }, 'inspect of the removed network');
    const ids = (await engine.networks()).map((each) => each.Id);
    verify.excludes(ids, network.id, 'the list of networks');
    const body = make.networkBody({ subnet: network.subnet ?? '' });
    verify.accepted(await engine.post('/networks/create', { body }), `another network with ${network.subnet}`, 201);
  },
});
