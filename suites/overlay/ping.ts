/** The document's two tests of an overlay network, and what its names resolve to. */
import { claim } from '../../helpers/claims/claim';
import { overlay } from '../../helpers/claims/needs';
import { prints, resolvesAll } from '../../helpers/faults/vocabulary';
import { lookUp } from '../network/names';
import { addressOf, GOSSIP_MS, verifyPingBothWays } from './across';
import { NO_ADDRESS, PINGS_LOST } from './faults';
import { wholeJoined } from './fixtures/joined';

export default [
  claim({
    id: 'overlay.ping-same-host',
    level: 'stated',
    lines: [[583, 586]],
    statement: 'Two containers of one host reach each other over the overlay network by ping.',
    needs: [overlay],
    fault: 'containers of one host do not reach each other over the overlay network, or lose packets',
    faults: [PINGS_LOST, NO_ADDRESS],
    async body(tools) {
      const { network, here } = await wholeJoined(tools);
      const pair = [here, { ...here, container: here.neighbour }] as const;
      await verifyPingBothWays(tools.verify, 'pings between containers of one host', pair, network.name);
    },
  }),
  claim({
    id: 'overlay.ping-cross-host',
    level: 'stated',
    lines: [[577, 580]],
    statement: 'Two containers of different hosts reach each other over the overlay network by ping, both ways.',
    needs: [overlay],
    fault: 'the overlay network ends at its host, or carries one way only',
    faults: [PINGS_LOST, NO_ADDRESS],
    async body(tools) {
      const { network, here, there } = await wholeJoined(tools);
      await verifyPingBothWays(tools.verify, 'pings between containers of two hosts', [here, there], network.name);
    },
  }),
  claim({
    id: 'overlay.names-resolve-cross-host',
    level: 'implied',
    lines: [[546, 546]],
    statement: 'The name of a container on an overlay network resolves in a container of the other host.',
    needs: [overlay],
    fault: 'an engine resolves only the names of its own containers, or resolves one to an address that is not its own',
    faults: [
      {
        what: 'names resolve to another address',
        plant: prints(/nslookup/, (shown) => shown.replace(/^(Address: .*)\.\d+$/gm, '$1.250')),
        expect: /what the name of a container/,
      },
      { what: 'every name resolves', plant: resolvesAll(), expect: /that nobody has/ },
    ],
    async body(tools) {
      const { verify } = tools;
      const { network, here, there } = await wholeJoined(tools);
      for (const [from, to] of [
        [here, there],
        [there, here],
      ] as const) {
        const address = await addressOf(verify, to, network.name);
        await verify.eventually(
          `what the name of a container of ${to.host.name} resolves to on ${from.host.name}`,
          async () => (await lookUp(from.host.engine, from.container, [to.container.name]))[0]?.addresses ?? [],
          (found) => found.length === 1 && found[0] === address,
          { withinMs: GOSSIP_MS, expected: address },
        );
      }
      const [unknown] = await lookUp(here.host.engine, here.container, [here.host.make.name()]);
      verify.equal(unknown?.addresses, [], 'what a name resolves to that nobody has');
    },
  }),
];
