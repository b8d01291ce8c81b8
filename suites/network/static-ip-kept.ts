/** A static address over the life of its container. */
import { claim } from '../../helpers/claims/claim';
import type { NetworkRef } from '../../helpers/claims/maker';
import type { ContainerInspect } from '../../helpers/engine/responses';
import { drop, mishears, nth, prints, refuses, where } from '../../helpers/faults/vocabulary';
import { ranAs } from './attempt';
import { endpointOf } from './endpoint';
import { asksForAddress, forgetsAddressesAtStop, otherAddresses } from './faults';
import { restarted } from './fixtures/restarted';
import { wholly } from './fixtures-subnet';

export default [
  claim({
    id: 'network.static-ip.survives-restart',
    level: 'implied',
    lines: [[207, 207]],
    statement: 'A container has its static address again when it is started after a stop.',
    waits: true,
    fault: 'the engine hands out the next free address at the second start',
    faults: [
      { what: 'the address is forgotten when it stops', plant: forgetsAddressesAtStop(), expect: /^IPAddress:/ },
      {
        what: 'the interface has another after the restart',
        plant: prints({ command: /^ip addr$/, since: 2 }, otherAddresses),
        expect: /the addresses inside/,
      },
      {
        what: 'it does not start again',
        plant: nth(6, refuses('POST /containers/*/start', 500)),
        expect: /start after the stop/,
      },
    ],
    async body({ use, verify }) {
      const { home, given, first, stop, second } = await use(restarted);
      verify.accepted(first.answer, 'start', 204);
      verify.equal(addressOn(first.inspect, home), given.home, 'IPAddress before');
      verify.accepted(stop.answer, 'stop');
      verify.accepted(second.answer, 'start after the stop', 204);
      verify.equal(addressOn(second.inspect, home), given.home, 'IPAddress');
      verify.contains(second.inside, given.home, 'the addresses inside the container');
    },
  }),
  claim({
    id: 'network.static-ip.survives-restart-outside-ip-range',
    level: 'implied',
    lines: [[207, 207]],
    statement: 'A static address outside the range of its network is kept over a restart.',
    fault: 'the engine falls back to the range when the container starts again',
    faults: [
      { what: 'the address is forgotten when it stops', plant: forgetsAddressesAtStop(), expect: /^IPAddress:/ },
      {
        what: 'the interface has another after the restart',
        plant: prints({ command: /^ip addr$/, since: 2 }, otherAddresses),
        expect: /the addresses inside/,
      },
    ],
    async body({ use, verify }) {
      const { other, given, first, second } = await use(restarted);
      verify.equal(addressOn(first.inspect, other), given.second, 'IPAddress before');
      verify.accepted(second.answer, 'start after the stop', 204);
      verify.equal(addressOn(second.inspect, other), given.second, 'IPAddress');
      verify.contains(second.inside, given.second, 'the addresses inside the container');
    },
  }),
  claim({
    id: 'network.static-ip.outside-ip-range',
    level: 'implied',
    lines: [[207, 207]],
    statement: 'A static address may be any free one of the subnet, also outside the range that is handed out.',
    fault: 'the engine refuses the address, or takes one of the range instead',
    faults: [
      {
        what: 'one of the range is given instead',
        plant: mishears('POST /containers/create', drop('NetworkingConfig.EndpointsConfig.*.IPAMConfig')),
        expect: /^IPAddress/,
      },
      {
        what: 'it is refused',
        plant: where(asksForAddress, refuses('POST /containers/create', 400, 'outside the range')),
        expect: /outside the range: expected/,
      },
      { what: 'the interface has another', plant: prints(/^ip addr$/, otherAddresses), expect: /the addresses inside/ },
    ],
    async body(tools) {
      const { engine, verify } = tools;
      const { network, outsider, outsideRange } = await wholly(tools);
      const container = ranAs(verify, outsider, 'run with a static address outside the range');
      const { IPAddress } = await endpointOf(tools, container, network.name);
      verify.equal(IPAddress, outsideRange, 'IPAddress');
      const { stdout } = await engine.exec(container, ['ip', 'addr']);
      verify.contains(stdout, ` ${outsideRange}/`, 'the addresses inside the container');
    },
  }),
];

function addressOn(inspect: ContainerInspect | undefined, network: NetworkRef): string | undefined {
  return inspect?.NetworkSettings?.Networks?.[network.name]?.IPAddress;
}
