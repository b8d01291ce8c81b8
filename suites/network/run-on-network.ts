/** What `--net` takes, and what a container shows of it before it runs. */
import { claim } from '../../helpers/claims/claim';
import { attemptRun } from './attempt';
import { userBridge } from './fixtures/user-bridge';
import { connected } from './fixtures-members';

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
      {
        vendor: 'podman',
        engine: '>=4.3.1 <5.0.0',
        why: 'Container inspect shows the name of a network as its NetworkID.',
        reference: 'measured on 4.3.1; not so on 5.4.2 and 5.8.6',
      },
    ],
    fault: 'the engine finds no network by its id, or shows the endpoint under the id',
    async body({ engine, use, verify }) {
      const { container, home, other, answers } = await use(connected);
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
        engine: '>=4.3.1',
        why: 'It answers 500.',
        reference: 'measured on 4.3.1, 5.4.2 and 5.8.6',
      },
    ],
    fault: 'the engine runs the container on the default bridge instead',
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
        engine: '>=4.3.1',
        why: 'Its default network is named podman.',
        reference: 'measured on 4.3.1, 5.4.2 and 5.8.6',
      },
    ],
    fault: 'the engine shows no network, or an address that nobody has, before the container runs',
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
