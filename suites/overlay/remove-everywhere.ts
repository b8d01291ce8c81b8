import { claim } from '../../helpers/claims/claim';
import { overlay } from '../../helpers/claims/needs';
import { accepts, outdated, refuses } from '../../helpers/faults/vocabulary';
import { overlayNetwork } from './overlay-network';

/** What an engine hears of containers of another host, it hears by and by. */
const WITHIN_MS = 15_000;

export default claim({
  id: 'overlay.remove-everywhere',
  level: 'implied',
  lines: [[264, 264]],
  statement:
    'An overlay network in use on either host is not removed; removed on one host, it is gone on the other too.',
  needs: [overlay],
  limitMs: 60_000,
  fault: 'the engine removes what is in use on another host, or the other host keeps what was removed',
  faults: [
    { what: 'what is in use is removed', plant: accepts('DELETE /networks/*', 204), expect: /its removal while/ },
    {
      what: 'it is never removed',
      plant: refuses('DELETE /networks/*', 403, 'it has active endpoints'),
      expect: /the removal of the network, used by nobody/,
    },
    {
      what: 'what was removed stays to be seen',
      plant: outdated('GET /networks/*'),
      expect: /the network on .* after that/,
    },
  ],
  async body(tools) {
    const { cluster, verify } = tools;
    const { manager } = cluster;
    const network = await overlayNetwork(tools);
    const [here, there] = cluster.pair;
    // The user is on the host behind, and then on the one that is asked.
    for (const host of [there, here]) {
      const container = await host.make.container({ network: network.name });
      const refused = await manager.engine.delete(`/networks/${network.id}`);
      verify.refused(refused, { status: [400, 403, 409, 412, 500] }, `its removal while ${host.name} uses it`);
      const { Id } = await manager.engine.network(network);
      verify.equal(Id, network.id, 'the network after that');
      verify.accepted(await host.engine.remove(container, { force: 1 }), 'the removal of what uses it');
    }
    await verify.eventually(
      'the removal of the network, used by nobody',
      () => manager.engine.delete(`/networks/${network.id}`),
      ({ status }) => status >= 200 && status < 300,
      { withinMs: WITHIN_MS, expected: 'accepted' },
    );
    for (const { name, engine } of cluster.hosts) {
      await verify.eventually(
        `the network on ${name} after that`,
        async () => (await engine.get(`/networks/${network.id}`)).status,
        (status) => status === 404,
        { withinMs: WITHIN_MS, expected: '404' },
      );
    }
  },
});
