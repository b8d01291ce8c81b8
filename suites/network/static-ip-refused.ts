/** Where a static address is refused, and for what reason. The versions of an engine refuse at create or at start. */
import { claim } from '../../helpers/claims/claim';
import { answers, drop, mishears, nth, refuses, refusesSaying, set, where } from '../../helpers/faults/vocabulary';
import { addressIn } from '../../helpers/run/subnets';
import { attemptRun, ranAs } from './attempt';
import { endpointOf } from './endpoint';
import { asksForAddress } from './faults';
import { onDefaultBridge } from './fixtures/default-bridge';
import { userBridge } from './fixtures/user-bridge';
import { givenSubnet } from './fixtures-subnet';
import { ADDRESS_PASSED_OVER } from './podman-3';

const STATUS = [400, 403, 500];
const PODMAN = { vendor: 'podman', engine: '>=3.0.1', reference: 'measured on 3.0.1, 4.3.1, 5.4.2 and 5.8.6' } as const;

export default [
  claim({
    id: 'network.static-ip.refused-on-default-bridge',
    level: 'implied',
    lines: [[207, 207]],
    statement: 'A static address is refused on the default bridge, since only user-defined networks have them.',
    changes: [{ ...PODMAN, why: 'Its default network is named podman, and it finds none named bridge.' }],
    fault: 'the engine takes the address, or starts the container with another',
    faults: [
      {
        what: 'the address is passed over',
        plant: mishears('POST /containers/create', drop('NetworkingConfig.EndpointsConfig.*.IPAMConfig')),
        expect: /expected refused/,
      },
      { what: 'the reason is not told', plant: refusesSaying(/^POST .containers/, 'no'), expect: /message/ },
    ],
    async body(tools) {
      const { use, verify } = tools;
      // A container that was given no address runs there.
      const { IPAddress } = await endpointOf(tools, await use(onDefaultBridge), 'bridge');
      const endpoint = { IPAMConfig: { IPv4Address: addressIn(`${IPAddress}/32`, 100) } };
      const { answer } = await attemptRun(tools, { network: 'bridge', endpoint });
      verify.refused(answer, { status: STATUS, message: /user[- ]defined network/i }, 'run with a static address');
    },
  }),
  claim({
    id: 'network.static-ip.refused-without-user-subnet',
    level: 'implied',
    lines: [[203, 207]],
    statement: 'A static address is refused on a network of which the engine chose the subnet.',
    changes: [
      {
        vendor: 'docker',
        engine: '>=29.1.0',
        why: 'Static addresses are allowed on every user-defined network.',
        reference: 'release notes of Docker Engine 29.1',
      },
      { ...PODMAN, why: 'It assigns static addresses on networks whose subnet it chose.' },
    ],
    fault: 'the engine assigns an address that it may choose anew whenever it starts',
    faults: [
      {
        what: 'the address is passed over',
        plant: mishears('POST /containers/create', drop('NetworkingConfig.EndpointsConfig.*.IPAMConfig')),
        expect: /expected refused/,
      },
      {
        what: 'nothing is created without an address either',
        plant: nth(4, refuses('POST /containers/create', 500)),
        expect: /create without an address/,
      },
    ],
    async body(tools) {
      const { engine, use, verify } = tools;
      const { network } = await use(userBridge);
      const { IPAM } = await engine.network(network);
      const subnet = verify.present(IPAM?.Config?.[0]?.Subnet, 'the subnet that the engine chose');
      const endpoint = { IPAMConfig: { IPv4Address: addressIn(subnet, 99) } };
      const { answer, container } = await attemptRun(tools, { network: network.name, endpoint });
      verify.refused(answer, { status: STATUS, message: /subnet/i }, 'run with a static address');
      if (container !== undefined)
        verify.equal((await engine.inspect(container)).State?.Running, false, 'State.Running');
      const created = await engine.post('/containers/create', {
        query: { name: tools.make.name() },
        body: tools.make.containerBody({ network: network.name }),
      });
      verify.accepted(created, 'create without an address', 201);
    },
  }),
  claim({
    id: 'network.static-ip.refused-when-taken',
    level: 'implied',
    lines: [[207, 207]],
    statement: 'An address that another container has is refused, and its holder keeps it.',
    changes: [ADDRESS_PASSED_OVER],
    fault: 'the engine gives one address to two containers, or takes it from the first',
    faults: [
      {
        what: 'the second container gets another',
        plant: where(
          asksForAddress,
          nth(2, mishears('POST /containers/create', drop('NetworkingConfig.EndpointsConfig.*.IPAMConfig'))),
        ),
        expect: /that is taken: expected refused/,
      },
      {
        what: 'the holder is no longer shown',
        plant: answers('GET /networks/*', set('Containers', {})),
        expect: /the containers with that address/,
      },
    ],
    async body(tools) {
      const { engine, use, verify } = tools;
      const { network, address, holder } = await use(givenSubnet);
      const container = ranAs(verify, holder, 'run of the holder');
      const endpoint = { IPAMConfig: { IPv4Address: address } };
      const { answer } = await attemptRun(tools, { network: network.name, endpoint });
      verify.refused(answer, { status: STATUS, message: /address/i }, 'run with an address that is taken');
      const { Containers } = await engine.network(network);
      const holders = Object.entries(Containers ?? {}).filter(([, each]) => each.IPv4Address === `${address}/24`);
      verify.equal(
        holders.map(([id]) => id),
        [container.id],
        'the containers with that address afterwards',
      );
    },
  }),
  claim({
    id: 'network.static-ip.refused-as-gateway',
    level: 'implied',
    lines: [[206, 207]],
    statement: 'The address of the gateway is refused as a static address.',
    changes: [{ ...PODMAN, why: 'It gives a container the address of the gateway.' }],
    fault: 'the engine gives a container the address over which all others go out',
    faults: [
      {
        what: 'the container gets another',
        plant: where(
          asksForAddress,
          nth(2, mishears('POST /containers/create', drop('NetworkingConfig.EndpointsConfig.*.IPAMConfig'))),
        ),
        expect: /expected refused/,
      },
    ],
    async body(tools) {
      const { use, verify } = tools;
      const { network, subnet, neighbour } = await use(givenSubnet);
      const { Gateway } = await endpointOf(tools, neighbour, network.name);
      verify.equal(Gateway, addressIn(subnet, 1), 'the gateway of a neighbour');
      const endpoint = { IPAMConfig: { IPv4Address: addressIn(subnet, 1) } };
      const { answer } = await attemptRun(tools, { network: network.name, endpoint });
      verify.refused(answer, { status: STATUS, message: /address/i }, "run with the gateway's address");
    },
  }),
  claim({
    id: 'network.static-ip.refused-outside-subnet',
    level: 'implied',
    lines: [[207, 207]],
    statement: "A static address outside the network's subnet is refused.",
    changes: [ADDRESS_PASSED_OVER],
    fault: 'the engine gives the container an address at which no neighbour finds it, or another than asked for',
    faults: [
      {
        what: 'the container gets another',
        plant: where(
          asksForAddress,
          nth(2, mishears('POST /containers/create', drop('NetworkingConfig.EndpointsConfig.*.IPAMConfig'))),
        ),
        expect: /expected refused/,
      },
    ],
    async body(tools) {
      const { make, use, verify } = tools;
      const { network, holder } = await use(givenSubnet);
      ranAs(verify, holder, 'run with an address of the subnet');
      const outside = addressIn(make.subnet(), 22);
      const endpoint = { IPAMConfig: { IPv4Address: outside } };
      const { answer } = await attemptRun(tools, { network: network.name, endpoint });
      verify.refused(answer, { status: STATUS, message: new RegExp(`${outside}|address|subnet`) }, 'run outside');
    },
  }),
];
