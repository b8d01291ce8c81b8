/** What `--net` takes, and what a container shows of it before it runs. */
import { claim } from '../../helpers/claims/claim';
import {
  alsoDoes,
  answers,
  isObject,
  mishears,
  nth,
  refuses,
  refusesWith,
  set,
  where,
} from '../../helpers/faults/vocabulary';
import { attemptRun } from './attempt';
import { isRunById } from './faults';
import { userBridge } from './fixtures/user-bridge';
import { connected } from './fixtures-members';
import { JOINED_BY_NAME_ALONE } from './podman-3';

export default [
  claim({
    id: 'network.run.by-id',
    level: 'implied',
    lines: [
      [118, 118],
      [144, 144],
    ],
    statement:
      'A network is found by its id, in full by run and in 12 digits by connect; inspect shows it under its name.',
    changes: [
      JOINED_BY_NAME_ALONE,
      {
        vendor: 'podman',
        engine: '>=4.3.1 <5.0.0',
        why: 'Container inspect shows the name of a network as its NetworkID.',
        reference: 'measured on 4.3.1; not so on 5.4.2 and 5.8.6',
      },
    ],
    fault: 'the engine finds no network by its id, or shows the endpoint under the id',
    faults: [
      {
        what: 'run finds no network by its id',
        plant: where(isRunById, refuses('POST /containers/create', 404, 'network not found')),
        expect: /run on the id/,
      },
      {
        what: 'connect finds none by 12 digits',
        plant: refuses(/^POST .networks.[0-9a-f]{12}.connect$/, 404, 'network not found'),
        expect: /connect to the short id/,
      },
      {
        what: 'inspect shows endpoints under their ids',
        plant: answers(
          'GET /containers/*/json',
          set('NetworkSettings.Networks', (all) =>
            Object.fromEntries(
              Object.values(all ?? {}).map((each) => [isObject(each) ? String(each.NetworkID) : '', each]),
            ),
          ),
        ),
        expect: /the endpoint under the name/,
      },
      {
        what: 'the container is on another network',
        plant: where(isRunById, mishears('POST /containers/create', set('HostConfig.NetworkMode', 'bridge'))),
        expect: /the endpoint under the name/,
      },
    ],
    async body({ engine, use, verify }) {
      const { container, byId, home, other, atHome, answers } = await use(connected);
      verify.accepted(byId.answer, 'run on the id of a network');
      verify.present(atHome, `the endpoint under the name ${home.network.name} once it runs`);
      verify.accepted(answers.withAlias, 'connect to the short id of another');
      const { NetworkSettings } = await engine.inspect(container);
      for (const { id, name } of [home.network, other.network]) {
        const endpoint = verify.present(NetworkSettings?.Networks?.[name], `the endpoint under the name ${name}`);
        verify.equal(endpoint.NetworkID, id, `NetworkID of ${name}`);
      }
    },
  }),
  claim({
    id: 'network.run.unknown-network-refused',
    level: 'implied',
    lines: [[144, 144]],
    statement: 'A container cannot be run on a network that does not exist: refused with 404, and it does not run.',
    changes: [
      {
        vendor: 'podman',
        engine: '>=3.0.1',
        why: 'It answers 500.',
        reference: 'measured on 3.0.1, 4.3.1, 5.4.2 and 5.8.6',
      },
      {
        vendor: 'docker',
        engine: '>=1.12.0',
        inSwarm: true,
        why: 'A node of a swarm asks its manager to attach to a network that it does not know, and answers 500.',
        reference: 'measured on swarms of 20.10.24, of 26.1.5 and of 28.5.2',
      },
    ],
    fault: 'the engine runs the container on the default bridge instead',
    faults: [
      {
        what: 'it runs on the default bridge instead',
        plant: mishears('POST /containers/create', set('HostConfig.NetworkMode', 'bridge')),
        expect: /run on an unknown network: expected refused/,
      },
      {
        what: 'the refusal has another status',
        plant: refusesWith(/^POST .containers.(create|.*start)$/, 500),
        expect: /status/,
      },
    ],
    async body(tools) {
      const { engine, make, verify } = tools;
      const unknown = make.name();
      const { answer, container } = await attemptRun(tools, { network: unknown });
      verify.refused(answer, { status: [404], message: new RegExp(unknown) }, 'run on an unknown network');
      if (container !== undefined) {
        verify.equal((await engine.inspect(container)).State?.Running, false, 'State.Running');
      }
    },
  }),
  claim({
    id: 'network.default.created-container-lists-bridge',
    level: 'implied',
    lines: [[152, 155]],
    statement: 'A container that was created and never ran is already listed on `bridge`, without an address.',
    changes: [
      {
        vendor: 'podman',
        engine: '>=3.0.1',
        why: 'Its default network is named podman.',
        reference: 'measured on 3.0.1, 4.3.1, 5.4.2 and 5.8.6',
      },
    ],
    fault: 'the engine shows no network, or an address that nobody has, before the container runs',
    faults: [
      {
        what: 'no network is listed',
        plant: answers('GET /containers/*/json', set('NetworkSettings.Networks', {})),
        expect: /^Networks/,
      },
      {
        what: 'an address is shown',
        plant: answers('GET /containers/*/json', set('NetworkSettings.Networks.*.IPAddress', '172.17.0.9')),
        expect: /^IPAddress/,
      },
    ],
    async body({ engine, make, verify }) {
      const { NetworkSettings } = await engine.inspect(await make.created());
      verify.equal(Object.keys(NetworkSettings?.Networks ?? {}), ['bridge'], 'Networks');
      verify.absent(NetworkSettings?.Networks?.bridge?.IPAddress, 'IPAddress');
    },
  }),
  claim({
    id: 'network.bridge.created-container-lists-it',
    level: 'implied',
    lines: [[144, 147]],
    statement:
      'A container that was created on a network and never ran lists it; the network does not list the container.',
    changes: [
      {
        vendor: 'podman',
        engine: '>=4.3.1 <5.0.0',
        why: 'It lists whatever belongs to the network, without an address where it does not run.',
        reference: 'measured on 4.3.1; not so on 5.4.2 and 5.8.6',
      },
    ],
    fault: 'the engine decides at start where a container belongs, or counts it on the network before',
    faults: [
      {
        what: 'no network is listed',
        plant: answers('GET /containers/*/json', set('NetworkSettings.Networks', {})),
        expect: /^Networks/,
      },
      {
        what: 'the container is started',
        plant: nth(
          3,
          alsoDoes('POST /containers/create', 'after', ({ query }) => [
            { method: 'POST', path: `/containers/${query.get('name')}/start` },
          ]),
        ),
        expect: /^IPAddress/,
      },
      {
        what: 'the network lists nobody',
        plant: answers('GET /networks/*', set('Containers', {})),
        expect: /a container that runs/,
      },
    ],
    async body({ engine, make, use, verify }) {
      const { network, first } = await use(userBridge);
      const container = await make.created({ network: network.name });
      const { NetworkSettings } = await engine.inspect(container);
      verify.equal(Object.keys(NetworkSettings?.Networks ?? {}), [network.name], 'Networks');
      verify.absent(NetworkSettings?.Networks?.[network.name]?.IPAddress, 'IPAddress');
      const { Containers } = await engine.network(network);
      verify.present(Containers?.[first.id], 'a container that runs, in network inspect');
      verify.absent(Containers?.[container.id], 'the container that never ran, in network inspect');
    },
  }),
];
