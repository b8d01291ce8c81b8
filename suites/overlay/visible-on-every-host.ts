import { claim } from '../../helpers/claims/claim';
import { storeCluster } from '../../helpers/claims/needs';
import { answers, madeUpId, set } from '../../helpers/faults/vocabulary';
import { overlayNetwork } from './overlay-network';

/** An engine reads the store when it is asked for its networks. */
const WITHIN_MS = 5_000;

export default claim({
  id: 'overlay.visible-on-every-host',
  level: 'stated',
  lines: [[263, 267]],
  statement: 'An overlay network created on one host is listed on the other with the same id and scope global.',
  needs: [storeCluster],
  fault: 'the engine keeps an overlay network to itself, or the other host shows another id, driver or scope',
  faults: [
    { what: 'it is not listed', plant: answers('GET /networks', () => []), expect: /in the list of/ },
    {
      what: 'it is listed as local',
      plant: answers('GET /networks', set('*.Scope', 'local')),
      expect: /as .* lists it/,
    },
    {
      what: 'it is listed with another id',
      plant: answers('GET /networks', set('*.Id', madeUpId())),
      expect: /as .* lists it/,
    },
  ],
  async body(tools) {
    const { cluster, verify } = tools;
    const network = await overlayNetwork(tools);
    const others = cluster.hosts.filter((host) => host !== cluster.manager);
    for (const { name, engine } of others) {
      const { value } = await verify.eventually(
        `the network in the list of ${name}, filtered by its name`,
        async () => (await engine.networks({ name: [network.name] })).filter(({ Name }) => Name === network.name),
        (found) => found.length > 0,
        { withinMs: WITHIN_MS, expected: 'listed' },
      );
      const [{ Id, Driver, Scope } = {}] = value;
      verify.equal(
        { Id, Driver, Scope },
        { Id: network.id, Driver: 'overlay', Scope: 'global' },
        `it as ${name} lists it`,
      );
    }
  },
});
