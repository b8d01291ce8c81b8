import { claim } from '../../helpers/claims/claim';
import { joinedToNone } from '../../helpers/claims/needs';
import { accepts, madeUpId, nth, refuses, refusesSaying } from '../../helpers/faults/vocabulary';

export default claim({
  id: 'overlay.without-store-refused',
  level: 'stated',
  lines: [[222, 223]],
  statement: 'Without a cluster store or a swarm, creating an overlay network fails with a message that says why.',
  needs: [joinedToNone],
  changes: [
    {
      vendor: 'podman',
      engine: '>=3.0.1',
      why: 'It has no overlay networks: the refusal names the driver that it lacks, and no store.',
      reference: 'measured on 3.0.1, 4.3.1, 5.4.2 and 5.8.6',
    },
  ],
  fault: 'the engine makes an overlay network that joins nobody, or refuses it for no reason that helps',
  faults: [
    {
      what: 'it is answered as done',
      plant: accepts('POST /networks/create', 201, () => ({ Id: madeUpId(), Warning: '' })),
      expect: /an overlay network without a store/,
    },
    { what: 'the message does not say why', plant: refusesSaying('POST /networks/create', 'no'), expect: /message/ },
    {
      what: 'nothing is made of what is in order',
      plant: nth(2, refuses('POST /networks/create', 500, 'no')),
      expect: /the same as a bridge network/,
    },
  ],
  async body({ engine, make, verify }) {
    const body = make.networkBody({ driver: 'overlay', subnet: true });
    const refused = await engine.post('/networks/create', { body });
    const status = [400, 403, 404, 500, 501, 503];
    verify.refused(refused, { status, message: /store|swarm/i }, 'an overlay network without a store');
    const networks = await engine.networks();
    verify.excludes(
      networks.map(({ Name }) => Name),
      body.Name,
      'the networks after the refusal',
    );
    // The rest of what was asked is in order.
    const bridge = await engine.post('/networks/create', { body: { ...body, Driver: 'bridge' } });
    verify.accepted(bridge, 'the same as a bridge network', 201);
  },
});
