/** The subnets that the engine chooses by itself. */
import ipaddr from 'ipaddr.js';
import { claim } from '../../helpers/claims/claim';
import type { NetworkInspect } from '../../helpers/engine/responses';
import { answers, drop, set } from '../../helpers/faults/vocabulary';
import { overlaps, parseRange } from '../../helpers/run/subnets';
import { endpointOf } from './endpoint';
import { emptyBridge } from './fixtures/empty-bridge';
import { userBridge } from './fixtures/user-bridge';

export default [
  claim({
    id: 'network.subnet.auto-avoids-own',
    level: 'implied',
    lines: [[652, 654]],
    statement: 'The subnets that the engine chooses overlap no other network of the same engine.',
    fault: 'the engine chooses the same subnet for two networks that are created at the same time',
    faults: [
      {
        what: 'all networks have one subnet',
        plant: answers('GET /networks', set('*.IPAM.Config.*.Subnet', '10.1.0.0/16')),
        expect: /that overlap/,
      },
      {
        what: 'no subnet is chosen',
        plant: answers('GET /networks', drop('*.IPAM.Config.*.Subnet')),
        expect: /the subnet that was chosen/,
      },
    ],
    async body({ engine, use, verify }) {
      const [{ network }, empty] = await Promise.all([use(userBridge), use(emptyBridge)]);
      const networks = await engine.networks();
      for (const { id } of [network, empty]) {
        const own = networks.find((each) => each.Id === id);
        const subnets = subnetsOf(verify.present(own, 'a network of ours in the list'));
        verify.that(subnets.length > 0, 'the subnet that was chosen', 'one', subnets);
        const others = networks.filter((each) => each.Id !== id).flatMap(subnetsOf);
        const clashing = others.filter((other) => subnets.some((subnet) => overlapping(subnet, other)));
        verify.equal(clashing, [], `the subnets of other networks that overlap ${subnets.join(' and ')}`);
      }
    },
  }),
  claim({
    id: 'network.subnet.auto-ignores-others',
    level: 'stated',
    lines: [[652, 654]],
    statement:
      'Without `--subnet` the engine chooses a private subnet by itself; the document warns that it may overlap what ' +
      'Docker does not manage.',
    fault: 'the engine makes a network without a subnet, or one with addresses of the public internet',
    faults: [
      {
        what: 'the subnet is a public one',
        plant: answers('GET /networks/*', set('IPAM.Config.*.Subnet', '8.8.8.0/24')),
        expect: /the subnet: expected private/,
      },
      { what: 'there is none', plant: answers('GET /networks/*', set('IPAM.Config', null)), expect: /the subnet/ },
      {
        what: 'there is room for two',
        plant: answers(
          'GET /networks/*',
          set('IPAM.Config.*.Subnet', (subnet) => String(subnet).replace(/\d+$/, '30')),
        ),
        expect: /its size/,
      },
      {
        what: 'containers have addresses of another',
        plant: answers('GET /containers/*/json', set('NetworkSettings.Networks.*.IPAddress', '192.0.2.7')),
        expect: /the address of a container/,
      },
    ],
    async body(tools) {
      const { engine, use, verify } = tools;
      const { network, first } = await use(userBridge);
      const [subnet = '', ...more] = subnetsOf(await engine.network(network));
      verify.equal(more, [], 'the subnets beside the first');
      const [address, bits] = ipaddr.IPv4.isValidCIDR(subnet) ? ipaddr.IPv4.parseCIDR(subnet) : [null, 32];
      const kind = address?.range();
      verify.that(kind === 'private' || kind === 'carrierGradeNat', 'the subnet', 'private', `${subnet} is ${kind}`);
      verify.that(bits <= 28, 'its size', 'room for a dozen containers', subnet);
      const { IPAddress } = await endpointOf(tools, first, network.name);
      verify.that(overlapping(IPAddress, subnet), 'the address of a container', `within ${subnet}`, IPAddress);
    },
  }),
];

function subnetsOf(network: NetworkInspect): string[] {
  return (network.IPAM?.Config ?? []).flatMap(({ Subnet = '' }) => (ipaddr.IPv4.isValidCIDR(Subnet) ? [Subnet] : []));
}

function overlapping(a: string, b: string): boolean {
  const [first, second] = [parseRange(a), parseRange(b)];
  return first !== undefined && second !== undefined && overlaps(first, second);
}
