import { claim } from '../../helpers/claims/claim';
import { drop, mishears, prints } from '../../helpers/faults/vocabulary';
import { endpointOf } from './endpoint';
import { userBridge } from './fixtures/user-bridge';
import { lookUp } from './names';
import { NAMES_UNKNOWN } from './podman-3';

export default claim({
  id: 'network.bridge.names-resolve',
  level: 'implied',
  lines: [[168, 168]],
  statement: 'On a bridge network of the user the name of a container and its alias resolve to its address.',
  changes: [NAMES_UNKNOWN],
  fault: 'a name or an alias resolves to another address, or not at all',
  faults: [
    {
      what: 'names resolve to another address',
      plant: prints(/nslookup/, (shown) => shown.replace(/^(Address: .*)\.\d+$/gm, '$1.250')),
      expect: /the addresses of name and alias/,
    },
    {
      what: 'the alias is passed over',
      plant: mishears('POST /containers/create', drop('NetworkingConfig.EndpointsConfig.*.Aliases')),
      expect: /the addresses of name and alias/,
    },
  ],
  async body(tools) {
    const { engine, use, verify } = tools;
    const { network, first, second, aliasOfFirst } = await use(userBridge);
    const { IPAddress } = await endpointOf(tools, first, network.name);
    await verify.eventually(
      'the addresses of name and alias, asked for by the neighbour',
      async () => (await lookUp(engine, second, [first.name, aliasOfFirst])).map((each) => each.addresses),
      (seen) => seen.every((each) => each.length === 1 && each[0] === IPAddress),
      { withinMs: 10_000, expected: `${IPAddress} for both` },
    );
  },
});
