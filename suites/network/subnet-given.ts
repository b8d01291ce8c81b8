import { claim } from '../../helpers/claims/claim';
import { answers, drop, isObject, mishears, prints, set } from '../../helpers/faults/vocabulary';
import { addresses, parseAddresses } from '../../helpers/probe/commands';
import { addressIn, overlaps, parseRange } from '../../helpers/run/subnets';
import { endpointOf } from './endpoint';
import { nobodyNear } from './faults';
import { givenSubnet } from './fixtures-subnet';
import { ADDRESS_PASSED_OVER } from './podman-3';

export default [
  claim({
    id: 'network.subnet.explicit',
    level: 'stated',
    lines: [[203, 203]],
    statement: 'A network created with `--subnet` has that subnet, in inspect and on the interfaces of its containers.',
    fault: 'the engine takes a subnet of its own choice, or another prefix length',
    faults: [
      {
        what: 'the subnet is passed over',
        plant: mishears('POST /networks/create', drop('IPAM')),
        expect: /the subnets in network inspect/,
      },
      {
        what: 'the prefix is another',
        plant: mishears(
          'POST /networks/create',
          set('IPAM.Config.*.Subnet', (subnet) => String(subnet).replace('/24', '/25')),
        ),
        expect: /the subnets in network inspect/,
      },
      {
        what: 'the interface has another prefix',
        plant: prints(/^ip addr$/, (shown) => shown.replaceAll('/24', '/16')),
        expect: /the address inside/,
      },
    ],
    async body(tools) {
      const { engine, use, verify } = tools;
      const { network, subnet, neighbour } = await use(givenSubnet);
      const { IPAM } = await engine.network(network);
      verify.equal(
        IPAM?.Config?.map((pool) => pool.Subnet),
        [subnet],
        'the subnets in network inspect',
      );
      const { IPAddress, IPPrefixLen } = await endpointOf(tools, neighbour, network.name);
      verify.equal(IPPrefixLen, Number(subnet.split('/')[1]), 'IPPrefixLen of the endpoint');
      const { stdout } = await engine.exec(neighbour, addresses());
      const inside = parseAddresses(stdout).find((each) => each.interface !== 'lo');
      verify.equal(`${inside?.address}/${inside?.prefix}`, `${IPAddress}/${IPPrefixLen}`, 'the address inside');
      verify.that(isWithin(IPAddress, subnet), 'the address of the endpoint', `within ${subnet}`, IPAddress);
    },
  }),
  claim({
    id: 'network.subnet.first-address',
    level: 'stated',
    lines: [[203, 206]],
    statement: 'The first container on a given subnet gets the second address: the gateway has the first.',
    changes: [ADDRESS_PASSED_OVER],
    fault: 'the engine begins elsewhere in the subnet, or gives a container the address of the gateway',
    faults: [
      {
        what: 'addresses begin in the middle',
        plant: mishears(
          'POST /networks/create',
          set('IPAM.Config.*', (pool) => ({
            ...(isObject(pool) ? pool : {}),
            IPRange: isObject(pool) ? String(pool.Subnet).replace('.0/24', '.128/25') : '',
          })),
        ),
        expect: /the address of the first container/,
      },
      {
        what: 'the gateway is shown with the address of the container',
        plant: answers('GET /containers/*/json', set('NetworkSettings.Networks.*.Gateway', nobodyNear)),
        expect: /its gateway/,
      },
    ],
    async body(tools) {
      // The first for which no address was asked.
      const { network, subnet, neighbour } = await tools.use(givenSubnet);
      const { IPAddress, Gateway } = await endpointOf(tools, neighbour, network.name);
      tools.verify.equal(IPAddress, addressIn(subnet, 2), 'the address of the first container');
      tools.verify.equal(Gateway, addressIn(subnet, 1), 'its gateway');
    },
  }),
];

function isWithin(address: string, subnet: string): boolean {
  const [inner, outer] = [parseRange(address), parseRange(subnet)];
  return inner !== undefined && outer !== undefined && overlaps(inner, outer);
}
