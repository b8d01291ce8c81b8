import { claim } from '../../helpers/claims/claim';
import { connectsToAll, drop, mishears } from '../../helpers/faults/vocabulary';
import { endpointOf } from './endpoint';
import { otherBridge } from './fixtures/other-bridge';
import { userBridge } from './fixtures/user-bridge';
import { lookUp } from './names';
import { NAMES_UNKNOWN } from './podman-3';

export default claim({
  id: 'network.bridge.isolation-of-names',
  level: 'implied',
  lines: [[56, 56]],
  statement: 'The name and the alias of a container do not resolve on a network that it is not on.',
  changes: [NAMES_UNKNOWN],
  fault: 'the engine answers for the names of all its containers on every network',
  faults: [
    { what: 'every container is on all networks', plant: connectsToAll(), expect: /asked for on the other network/ },
    {
      what: 'the alias is passed over',
      plant: mishears('POST /containers/create', drop('NetworkingConfig.EndpointsConfig.*.Aliases')),
      expect: /asked for by the neighbour/,
    },
  ],
  async body(tools) {
    const { engine, use, verify } = tools;
    const { network, first, second, aliasOfFirst } = await use(userBridge);
    const { IPAddress } = await endpointOf(tools, first, network.name);
    const other = await use(otherBridge);
    const names = [first.name, aliasOfFirst];
    await verify.eventually(
      'the addresses of name and alias, asked for by the neighbour',
      async () => (await lookUp(engine, second, names)).map((each) => each.addresses),
      (seen) => seen.every((addresses) => addresses.includes(IPAddress)),
      { withinMs: 10_000, expected: `${IPAddress} for both` },
    );
    const { value } = await verify.eventually(
      'a name of the other network, asked for there',
      () => lookUp(engine, other.container, [other.container.name, ...names]),
      ([own]) => own?.outcome === 'found',
      { withinMs: 10_000, expected: 'an address' },
    );
    // Names that the engine does not know go to the resolver of the host, which may know any name.
    const addresses = value.slice(1).flatMap((each) => each.addresses);
    verify.excludes(addresses, IPAddress, 'the addresses of name and alias, asked for on the other network');
  },
});
