import { claim } from '../../helpers/claims/claim';
import { prints, resolvesAll } from '../../helpers/faults/vocabulary';
import { onlyEndpointOf } from './endpoint';
import { onDefaultBridge } from './fixtures/default-bridge';
import { userBridge } from './fixtures/user-bridge';
import { lookUp } from './names';
import { NAMES_UNKNOWN } from './podman-3';

export default claim({
  id: 'network.default.no-name-resolution',
  level: 'implied',
  lines: [[56, 56]],
  statement: 'On the default bridge the name of a container does not resolve, as it does on a network of the user.',
  changes: [NAMES_UNKNOWN],
  fault: 'the engine answers for the names of containers on the default bridge too',
  faults: [
    { what: 'the engine answers for all names', plant: resolvesAll(), expect: /asked for on the default bridge/ },
    {
      what: 'it answers for none',
      plant: prints(/nslookup/, (shown) => shown.replace(/^Name:/gm, 'No:')),
      expect: /asked for by itself/,
    },
  ],
  async body(tools) {
    const { engine, use, verify } = tools;
    const { second } = await use(userBridge);
    await verify.eventually(
      'the name of a container, asked for by itself on a network of the user',
      () => lookUp(engine, second, [second.name]),
      ([seen]) => seen?.outcome === 'found',
      { withinMs: 10_000, expected: 'an address' },
    );
    const container = await use(onDefaultBridge);
    const { IPAddress } = await onlyEndpointOf(tools, container);
    const [seen] = await lookUp(engine, container, [container.name]);
    // Names that the engine does not know go to the resolver of the host, which may know any name.
    verify.excludes(seen?.addresses, IPAddress, 'the addresses of a name, asked for on the default bridge');
  },
});
