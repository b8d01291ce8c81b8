/** What else of a network's addresses can be given, and that it is kept to. */
import type { EngineChange } from '../../helpers/claims/changes';
import { claim } from '../../helpers/claims/claim';
import { answers, drop, mishears, prints, set } from '../../helpers/faults/vocabulary';
import {
  addresses,
  interfaces,
  parseAddresses,
  parseInterfaces,
  parseRoutes,
  routes,
} from '../../helpers/probe/commands';
import { addressIn } from '../../helpers/run/subnets';
import { endpointOf } from './endpoint';
import { nobodyNear } from './faults';
import { wholly } from './fixtures-subnet';
import { looks } from './looks';

function podman(why: string): EngineChange {
  return { vendor: 'podman', engine: '>=4.3.1', why, reference: 'measured on 4.3.1, 5.4.2 and 5.8.6' };
}

export default [
  claim({
    id: 'network.subnet.echoed-verbatim',
    level: 'implied',
    lines: [
      [70, 97],
      [203, 203],
    ],
    statement: 'Subnet, range, gateway, auxiliary addresses, options and labels are in inspect as they were given.',
    changes: [podman('It shows neither range nor auxiliary addresses, and drops options that it does not know.')],
    fault: 'the engine drops one of them, or writes it in a form of its own',
    faults: [
      {
        what: 'the range is passed over',
        plant: mishears('POST /networks/create', drop('IPAM.Config.*.IPRange')),
        expect: /IPRange/,
      },
      {
        what: 'the gateway is shown in another form',
        plant: answers(
          'GET /networks/*',
          set('IPAM.Config.*.Gateway', (gateway) => `${gateway}/24`),
        ),
        expect: /Gateway/,
      },
      {
        what: 'auxiliary addresses are not shown',
        plant: answers('GET /networks/*', drop('IPAM.Config.*.AuxiliaryAddresses')),
        expect: /AuxiliaryAddresses/,
      },
      { what: 'options are passed over', plant: mishears('POST /networks/create', drop('Options')), expect: /Options/ },
      { what: 'labels are not shown', plant: answers('GET /networks/*', set('Labels', {})), expect: /the label/ },
    ],
    async body(tools) {
      const { engine, verify } = tools;
      const { network, pool, options, labels } = await wholly(tools);
      const { IPAM, Options, Labels } = await engine.network(network);
      const [shown, ...more] = verify.present(IPAM?.Config, 'IPAM.Config');
      verify.equal(more, [], 'the pools beside the first');
      verify.equal(shown?.Subnet, pool.Subnet, 'Subnet');
      verify.equal(shown?.IPRange, pool.IPRange, 'IPRange');
      verify.equal(shown?.Gateway, pool.Gateway, 'Gateway');
      verify.equal(shown?.AuxiliaryAddresses, pool.AuxiliaryAddresses, 'AuxiliaryAddresses');
      verify.equal(Options, options, 'Options');
      verify.equal(Labels?.purpose, labels.purpose, 'the label that was given');
    },
  }),
  claim({
    id: 'network.subnet.ip-range',
    level: 'implied',
    lines: [[203, 206]],
    statement: 'With `--ip-range` a container gets an address of that range, with the prefix length of the subnet.',
    changes: [podman('It skips the first address of the range, and knows no auxiliary addresses.')],
    fault: 'the engine hands out addresses of the whole subnet, or an auxiliary address of the range',
    faults: [
      {
        what: 'the range is passed over',
        plant: mishears('POST /networks/create', drop('IPAM.Config.*.IPRange')),
        expect: /the address of the first container/,
      },
      {
        what: 'an auxiliary address is handed out',
        plant: mishears('POST /networks/create', drop('IPAM.Config.*.AuxiliaryAddresses')),
        expect: /the address of the first container/,
      },
    ],
    async body(tools) {
      const { network, pool, first } = await wholly(tools);
      const { IPAddress, IPPrefixLen } = await endpointOf(tools, first, network.name);
      // The range is 64 addresses from .128 on, and its first two are reserved as auxiliary ones.
      tools.verify.equal(IPAddress, addressIn(pool.Subnet, 130), 'the address of the first container');
      tools.verify.equal(IPPrefixLen, 24, 'IPPrefixLen');
    },
  }),
  claim({
    id: 'network.subnet.gateway-as-given',
    level: 'implied',
    lines: [
      [131, 131],
      [147, 147],
    ],
    statement: 'The gateway that was given is that of the endpoint, and the default route inside the container.',
    fault: 'the engine keeps to the first address of the subnet as its gateway',
    faults: [
      {
        what: 'another gateway is made',
        plant: mishears('POST /networks/create', set('IPAM.Config.*.Gateway', nobodyNear)),
        expect: /Gateway of the endpoint/,
      },
      {
        what: 'the default route is another',
        plant: prints(/^ip route$/, (shown) => shown.replace(/via \S+/, 'via 192.0.2.1')),
        expect: /the default routes/,
      },
    ],
    async body(tools) {
      const { engine, verify } = tools;
      const { network, pool, first } = await wholly(tools);
      verify.equal((await endpointOf(tools, first, network.name)).Gateway, pool.Gateway, 'Gateway of the endpoint');
      const { stdout } = await engine.exec(first, routes());
      const gateways = parseRoutes(stdout).flatMap(({ destination, via }) => (destination === 'default' ? [via] : []));
      verify.equal(gateways, [pool.Gateway], 'the default routes inside');
    },
  }),
  claim({
    id: 'network.endpoint.mac-as-given',
    level: 'implied',
    lines: [[85, 85]],
    statement: 'A MAC address that was given is that of the interface, in inspect and inside the container.',
    changes: [podman('It passes over MacAddress of the container in calls of the Docker API.')],
    fault: 'the engine makes up a MAC address of its own',
    faults: [
      {
        what: 'the address is passed over',
        plant: mishears('POST /containers/create', drop('MacAddress')),
        expect: /MacAddress of the endpoint/,
      },
      {
        what: 'the interface has another',
        plant: prints(/^ip addr$/, (shown) => shown.replaceAll('02:42:c0:ff:ee:01', '02:42:c0:ff:ee:02')),
        expect: /the MAC address inside/,
      },
    ],
    async body(tools) {
      const { engine, verify } = tools;
      const { network, mac, first } = await wholly(tools);
      verify.equal((await endpointOf(tools, first, network.name)).MacAddress, mac, 'MacAddress of the endpoint');
      const { stdout } = await engine.exec(first, addresses());
      const inside = parseAddresses(stdout).find((each) => each.interface !== 'lo');
      verify.equal(inside?.mac, mac, 'the MAC address inside');
    },
  }),
  claim({
    id: 'network.bridge.mtu-option',
    level: 'implied',
    lines: [[96, 96]],
    statement: 'The option `com.docker.network.driver.mtu` is the MTU of the interface in the container.',
    fault: 'the engine shows the option and leaves the interface at 1500',
    faults: [
      {
        what: 'the option is passed over',
        plant: mishears('POST /networks/create', drop('Options')),
        expect: /the MTU inside/,
      },
    ],
    async body(tools) {
      const { engine, verify } = tools;
      const { options, first } = await wholly(tools);
      const [shown] = await looks(engine, first, [interfaces()]);
      const inside = parseInterfaces(shown?.stdout ?? '').find((each) => each.interface !== 'lo');
      verify.equal(inside?.mtu, Number(options['com.docker.network.driver.mtu']), 'the MTU inside');
    },
  }),
];
