import { claim } from '../../helpers/claims/claim';
import { delaysEvents, inventsEvents, losesEvents } from '../../helpers/faults/vocabulary';
import { removedNetwork } from './fixtures/removed-network';

export default claim({
  id: 'network.events.order',
  level: 'implied',
  lines: [
    [103, 109],
    [163, 163],
  ],
  statement: 'The events of a network tell its creation, connect, disconnect and removal, in that order, with its id.',
  changes: [
    {
      vendor: 'podman',
      engine: '>=4.3.1',
      why: 'It tells none of them of a network, or only some, without the name.',
      reference: 'measured on 4.3.1, 5.4.2 and 5.8.6',
    },
  ],
  waits: true,
  fault: 'the engine leaves an event out, or tells the removal before the disconnect',
  faults: [
    { what: 'the disconnect is not told', plant: losesEvents('disconnect'), expect: /the events of the network/ },
    {
      what: 'the disconnect is told after the removal',
      plant: delaysEvents('disconnect', 'destroy'),
      expect: /the events of the network/,
    },
    {
      what: 'an update is told that never was',
      plant: inventsEvents('connect', 'update'),
      expect: /the events of the network/,
    },
    {
      what: 'the creation is told after the connect',
      plant: delaysEvents('create', 'connect'),
      expect: /the events of the network/,
    },
  ],
  async body({ use, verify }) {
    const { leaving, removal, events } = await use(removedNetwork);
    verify.accepted(leaving, 'disconnect');
    verify.accepted(removal, 'removal');
    // Engines before 28 tell a disconnect once more when the interface is gone.
    const seen = (await events()).filter((action, at, all) => action !== all[at - 1]);
    verify.equal(seen, ['create', 'connect', 'disconnect', 'destroy'], 'the events of the network');
  },
});
