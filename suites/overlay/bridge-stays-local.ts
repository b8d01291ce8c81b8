import { claim } from '../../helpers/claims/claim';
import { hosts2 } from '../../helpers/claims/needs';
import { answers, madeUpId, refuses, set } from '../../helpers/faults/vocabulary';

export default claim({
  id: 'overlay.bridge-stays-local',
  level: 'stated',
  lines: [
    [264, 264],
    [518, 541],
  ],
  statement: 'A bridge network created on one host does not appear on the other.',
  needs: [hosts2],
  fault: 'a bridge network is told to the cluster, or takes its name on every host',
  faults: [
    {
      what: 'another id is told than that of the network',
      plant: answers('POST /networks/create', set('Id', madeUpId())),
      expect: /the networks of/,
    },
    {
      what: 'no network of the name can be made',
      plant: refuses('POST /networks/create', 409, 'it exists'),
      expect: /a bridge network/,
    },
  ],
  async body({ cluster, verify }) {
    const [here, there] = cluster.pair;
    const body = here.make.networkBody();
    const created = verify.accepted(await here.engine.post('/networks/create', { body }), 'a bridge network', 201);
    const { Id } = created.json as { Id?: string };
    const idsOf = async (host: typeof here) => (await host.engine.networks()).map((network) => network.Id);
    verify.contains(await idsOf(here), Id, `the networks of ${here.name}`);
    verify.excludes(await idsOf(there), Id, `the networks of ${there.name}`);
    const again = await there.engine.post('/networks/create', { body });
    verify.accepted(again, 'one of the same name on the other host', 201);
    verify.differs((again.json as { Id?: string }).Id, Id, 'its id');
    verify.contains(await idsOf(here), Id, `the networks of ${here.name} after that`);
  },
});
