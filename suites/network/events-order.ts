import { claim } from '../../helpers/claims/claim';

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
    const since = await engineTime();
    const network = await make.network({ subnet: true });
    const container = await make.container({ network: network.name });
    verify.accepted(await engine.disconnect(network, container), 'disconnect');
    verify.accepted(await engine.delete(`/networks/${network.id}`), 'removal');
    const actions = async () => {
      const events = await engine.events(since, await engineTime(), { type: ['network'] });
      const own = events.filter((event) => event.Actor?.ID === network.id).map((event) => event.Action);
      // Engines before 28 tell a disconnect once more when the interface is gone.
      return own.filter((action, at) => action !== own[at - 1]);
    };
    await verify.eventually(
      'the events of the network',
      actions,
      (seen) => seen.join() === 'create,connect,disconnect,destroy',
      { withinMs: 3_000, expected: 'create,connect,disconnect,destroy' },
    );

    /** The engine's own clock, in unix seconds: its host may keep another time than this machine. */
    async function engineTime(): Promise<number> {
      const { SystemTime } = await engine.document<{ SystemTime?: string }>('/info');
      return Date.parse(verify.present(SystemTime, 'SystemTime of /info')) / 1000;
    }
  },
});
