import { claim } from '../../helpers/claims/claim';
import { answers, drop, mishears, prints, set } from '../../helpers/faults/vocabulary';
import { addresses, httpGet, parseAddresses, parseHttpGet } from '../../helpers/probe/commands';
import { SERVE_PORT } from '../../helpers/probe/scripts';
import { ranAs } from './attempt';
import { endpointOf } from './endpoint';
import { nobodyNear, otherAddresses } from './faults';
import { givenSubnet } from './fixtures-subnet';
import { ADDRESS_PASSED_OVER } from './podman-3';

export default [
  claim({
    id: 'network.static-ip.assigned',
    level: 'stated',
    lines: [[207, 209]],
    statement: 'A container run with `--ip` has exactly that address, in its inspect output and inside the container.',
    changes: [
      ADDRESS_PASSED_OVER,
      {
        vendor: 'podman',
        engine: '>=4.3.1',
        why: 'It assigns the address, and leaves IPAMConfig of the endpoint null.',
        reference: 'measured on 4.3.1, 5.4.2 and 5.8.6',
      },
    ],
    fault: 'the engine ignores IPAMConfig.IPv4Address and hands out the next free address',
    faults: [
      {
        what: 'the address is passed over',
        plant: mishears('POST /containers/create', drop('NetworkingConfig.EndpointsConfig.*.IPAMConfig')),
        expect: /^IPAddress/,
      },
      { what: 'the interface has another', plant: prints(/^ip addr$/, otherAddresses), expect: /the addresses inside/ },
      {
        what: 'the network shows another',
        plant: answers('GET /networks/*', set('Containers.*.IPv4Address', nobodyNear)),
        expect: /IPv4Address in network inspect/,
      },
      {
        what: 'what was asked for is not shown',
        plant: answers('GET /containers/*/json', set('NetworkSettings.Networks.*.IPAMConfig', null)),
        expect: /IPAMConfig.IPv4Address/,
      },
    ],
    async body(tools) {
      const { engine, use, verify } = tools;
      const { network, address, holder } = await use(givenSubnet);
      const container = ranAs(verify, holder, 'run with a static address');
      const endpoint = await endpointOf(tools, container, network.name);
      verify.equal(endpoint.IPAddress, address, 'IPAddress');
      const { Containers } = await engine.network(network);
      verify.equal(Containers?.[container.id]?.IPv4Address, `${address}/24`, 'IPv4Address in network inspect');
      const { stdout } = await engine.exec(container, addresses());
      const inside = parseAddresses(stdout).filter((each) => each.interface !== 'lo');
      verify.equal(
        inside.map((each) => each.address),
        [address],
        'the addresses inside the container',
      );
      verify.equal(endpoint.IPAMConfig?.IPv4Address, address, 'IPAMConfig.IPv4Address');
    },
  }),
  claim({
    id: 'network.static-ip.answers',
    level: 'implied',
    lines: [[207, 209]],
    statement: 'A neighbour reaches the container at its static address.',
    changes: [ADDRESS_PASSED_OVER],
    fault: 'the engine shows the address that was asked for and gives the interface another',
    faults: [
      {
        what: 'the interface has another address',
        plant: mishears('POST /containers/create', drop('NetworkingConfig.EndpointsConfig.*.IPAMConfig')),
        expect: /who answers/,
      },
      { what: 'somebody else answers there', plant: prints(/wget/, () => 'ec-somebody\n'), expect: /who answers/ },
    ],
    async body({ engine, use, verify }) {
      const { address, holder, neighbour } = await use(givenSubnet);
      const container = ranAs(verify, holder, 'run with a static address');
      const { Config } = await engine.inspect(container);
      const ask = httpGet(address, SERVE_PORT, '/name', 1);
      await verify.eventually(
        'the name of who answers at the address',
        async () => parseHttpGet(await engine.exec(neighbour, ask)).body.trim(),
        (name) => name !== '' && name === Config?.Hostname,
        { withinMs: 5_000, expected: String(Config?.Hostname) },
      );
    },
  }),
];
