/** `docker network connect --ip`. */
import { claim } from '../../helpers/claims/claim';
import { drop, mishears, nth, prints, refuses } from '../../helpers/faults/vocabulary';
import { endpointOf } from './endpoint';
import { otherAddresses } from './faults';
import { restarted } from './fixtures/restarted';
import { connected } from './fixtures-members';
import { JOINED_BY_NAME_ALONE } from './podman-3';

export default [
  claim({
    id: 'network.static-ip.by-connect',
    level: 'implied',
    lines: [
      [162, 163],
      [207, 207],
    ],
    statement: 'A running container that is connected with an address of its choice gets it at once.',
    changes: [JOINED_BY_NAME_ALONE],
    fault: 'the engine connects the container and passes over the address',
    faults: [
      {
        what: 'the address is passed over',
        plant: mishears('POST /networks/*/connect', drop('EndpointConfig.IPAMConfig')),
        expect: /^IPAddress/,
      },
      { what: 'the interface has another', plant: prints(/^ip addr$/, otherAddresses), expect: /the addresses inside/ },
      {
        what: 'it is refused',
        plant: nth(1, refuses('POST /networks/*/connect', 400)),
        expect: /connect with an address/,
      },
    ],
    async body(tools) {
      const { engine, use, verify } = tools;
      const { container, given, address, answers } = await use(connected);
      verify.accepted(answers.withAddress, 'connect with an address');
      verify.equal((await endpointOf(tools, container, given.network.name)).IPAddress, address, 'IPAddress');
      const { stdout } = await engine.exec(container, ['ip', 'addr']);
      verify.contains(stdout, ` ${address}/`, 'the addresses inside the container');
    },
  }),
  claim({
    id: 'network.static-ip.by-connect-before-start',
    level: 'implied',
    lines: [
      [162, 163],
      [207, 207],
    ],
    statement: 'A container that is connected with an address before it runs has the address when it starts.',
    fault: 'the engine forgets the address between connect and start',
    faults: [
      {
        what: 'the address is forgotten before the start',
        plant: mishears('POST /networks/*/connect', drop('EndpointConfig.IPAMConfig')),
        expect: /^IPAddress/,
      },
      { what: 'it is refused', plant: refuses('POST /networks/*/connect', 400), expect: /connect with an address/ },
      { what: 'the interface has another', plant: prints(/^ip addr$/, otherAddresses), expect: /the addresses inside/ },
    ],
    async body({ use, verify }) {
      const { other, given, connecting, first } = await use(restarted);
      verify.accepted(connecting, 'connect with an address');
      verify.accepted(first.answer, 'start', 204);
      const endpoint = verify.present(
        first.inspect?.NetworkSettings?.Networks?.[other.name],
        'the endpoint in inspect',
      );
      verify.equal(endpoint.IPAddress, given.second, 'IPAddress');
      verify.contains(first.inside, given.second, 'the addresses inside the container');
    },
  }),
];
