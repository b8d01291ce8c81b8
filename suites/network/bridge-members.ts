/** Who is on a network, as its inspect shows it over the life of a container. */
import { claim } from '../../helpers/claims/claim';
import { left } from './fixtures-members';

export default [
  claim({
    id: 'network.bridge.rename-shows',
    level: 'implied',
    lines: [[81, 84]],
    statement: 'Network inspect shows a running container under its new name as soon as it is renamed.',
    fault: 'the engine shows the name that the container had when it started',
    async body({ use, verify }) {
      const { container, name, started, renaming, renamed } = await use(left);
      verify.equal(started.Containers?.[container.id]?.Name, container.name, 'Name before');
      verify.accepted(renaming, 'the renaming', 204);
      verify.equal(renamed.Containers?.[container.id]?.Name, name, 'Name afterwards');
    },
  }),
  claim({
    id: 'network.bridge.stopped-container-leaves',
    level: 'implied',
    lines: [
      [81, 89],
      [147, 147],
    ],
    statement:
      'A stopped container is no longer in network inspect; its own still names the network, without an address.',
    changes: [
      {
        vendor: 'podman',
        engine: '>=4.3.1 <5.0.0',
        why: 'It lists whatever belongs to the network, without an address where it does not run.',
        reference: 'measured on 4.3.1; not so on 5.4.2 and 5.8.6',
      },
    ],
    fault: 'the engine keeps the endpoint of a container that has stopped, and its address with it',
    async body({ engine, use, verify }) {
      const { network, container, started, stopping } = await use(left);
      const before = verify.present(started.Containers?.[container.id], 'the container while it runs');
      verify.matches(before.IPv4Address, /^\d+\./, 'its IPv4Address');
      verify.accepted(stopping, 'stop', 204);
      await verify.eventually(
        'the container in network inspect',
        async () => (await engine.network(network)).Containers?.[container.id] ?? null,
        (entry) => entry === null,
        { withinMs: 5_000, expected: 'none' },
      );
      const { NetworkSettings } = await engine.inspect(container);
      const endpoint = verify.present(NetworkSettings?.Networks?.[network.name], 'the network in container inspect');
      verify.absent(endpoint.IPAddress, 'IPAddress');
    },
  }),
];
