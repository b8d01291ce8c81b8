import { claim } from '../../helpers/claims/claim';
import type { EngineEvent } from '../../helpers/engine/responses';

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
  fault: 'the engine leaves an event out, or tells the removal before the disconnect',
  async body({ engine, make, verify }) {
    let id = '';
    const actionsIn = (events: readonly EngineEvent[]) => {
      const own = events.filter((event) => event.Actor?.ID === id).map((event) => event.Action);
      // Engines before 28 tell a disconnect once more when the interface is gone.
      return own.filter((action, at) => action !== own[at - 1]);
    };
    const gone = (events: readonly EngineEvent[]) => actionsIn(events).includes('destroy');
    const watching = engine.watchEvents(await engine.now(), { type: ['network'] }, gone, 15);
    const network = await make.network({ subnet: true });
    id = network.id;
    const container = await make.container({ network: network.name });
    verify.accepted(await engine.disconnect(network, container), 'disconnect');
    verify.accepted(await engine.delete(`/networks/${network.id}`), 'removal');
    const seen = actionsIn(await watching);
    verify.equal(seen, ['create', 'connect', 'disconnect', 'destroy'], 'the events of the network');
  },
});
