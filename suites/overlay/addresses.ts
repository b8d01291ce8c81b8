/** What addresses containers have on an overlay network. */
import { claim } from '../../helpers/claims/claim';
import { overlay } from '../../helpers/claims/needs';
import { answers, prints, set } from '../../helpers/faults/vocabulary';
import { addresses, parseAddresses } from '../../helpers/probe/commands';
import { overlaps, parseRange } from '../../helpers/run/subnets';
import { addressOf } from './across';
import { NO_ADDRESS, ONE_ADDRESS } from './faults';
import { wholeJoined } from './fixtures/joined';

function isIn(subnet: string, address: string): boolean {
  const [range, single] = [parseRange(subnet), parseRange(address)];
  return range !== undefined && single !== undefined && overlaps(range, single);
}

export default [
  claim({
    id: 'overlay.subnet',
    level: 'stated',
    lines: [[263, 263]],
    statement: 'An overlay network uses the subnet that it was created with, as each host shows it.',
    needs: [overlay],
    fault: 'the engine chooses a subnet by itself, or the other host shows or uses another',
    faults: [
      {
        what: 'another subnet is shown',
        plant: answers('GET /networks/*', set('IPAM.Config.*.Subnet', '192.0.2.0/24')),
        expect: /the subnets as/,
      },
      ONE_ADDRESS,
    ],
    async body(tools) {
      const { verify } = tools;
      const { network, here, there } = await wholeJoined(tools);
      for (const { host, container } of [here, there]) {
        const { IPAM } = await host.engine.network(network);
        verify.equal(
          IPAM?.Config?.map(({ Subnet }) => Subnet),
          [network.subnet],
          `the subnets as ${host.name} shows them`,
        );
        const address = await addressOf(verify, { host, container }, network.name);
        verify.that(isIn(network.subnet, address), `a container of ${host.name}`, `in ${network.subnet}`, address);
      }
    },
  }),
  claim({
    id: 'overlay.unique-addresses',
    level: 'stated',
    lines: [[547, 564]],
    statement: 'Containers of both hosts on one overlay network have distinct addresses of its one subnet.',
    needs: [overlay],
    fault: 'the hosts hand out addresses without asking each other, so that one occurs twice',
    faults: [ONE_ADDRESS, NO_ADDRESS],
    async body(tools) {
      const { verify } = tools;
      const { network, here, there } = await wholeJoined(tools);
      const members = [here, there].flatMap(({ host, container, neighbour }) => [
        { host, container },
        { host, container: neighbour },
      ]);
      const found = await Promise.all(members.map((member) => addressOf(verify, member, network.name)));
      verify.equal(new Set(found).size, members.length, `the number of distinct addresses among ${found.join(', ')}`);
      for (const address of found) {
        verify.that(isIn(network.subnet, address), 'an address', `in ${network.subnet}`, address);
      }
    },
  }),
  claim({
    id: 'overlay.two-interfaces',
    level: 'stated',
    lines: [[571, 574]],
    statement: 'A container on an overlay network has an interface there and a second one on docker_gwbridge.',
    needs: [overlay],
    fault: 'the container has no way out beside the overlay network, or the second interface is on another network',
    faults: [
      {
        what: 'the container is not on docker_gwbridge',
        plant: answers('GET /networks/*', set('Containers', {})),
        expect: /on docker_gwbridge/,
      },
      {
        what: 'it has one interface alone',
        plant: prints(/^ip addr/, (shown) => shown.replace(/^\d+: eth1[\s\S]*$/m, '')),
        expect: /the addresses inside/,
      },
    ],
    async body(tools) {
      const { verify } = tools;
      const { network, here, there } = await wholeJoined(tools);
      for (const { host, container } of [here, there]) {
        const { stdout } = await host.engine.exec(container, addresses());
        const shown = parseAddresses(stdout).filter((each) => each.interface !== 'lo');
        const own = await addressOf(verify, { host, container }, network.name);
        const gateway = await host.engine.network('docker_gwbridge');
        const endpoint = verify.present(
          gateway.Containers?.[container.id],
          `the container on docker_gwbridge of ${host.name}`,
        );
        const second = String(endpoint.IPv4Address).replace(/\/\d+$/, '');
        verify.equal(
          shown.map(({ address }) => address).sort(),
          [own, second].sort(),
          `the addresses inside a container of ${host.name}`,
        );
        verify.equal(new Set(shown.map((each) => each.interface)).size, 2, 'the number of their interfaces');
      }
    },
  }),
];
