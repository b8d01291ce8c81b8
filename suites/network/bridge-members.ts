/** Who is on a network, as its inspect shows it over the life of a container. */
import { claim } from '../../helpers/claims/claim';
import { answers, outdated, set, swallows } from '../../helpers/faults/vocabulary';
import { restarted } from './fixtures/restarted';

export default [
  claim({
    id: 'network.bridge.rename-shows',
    level: 'implied',
    lines: [[81, 84]],
    statement: 'Network inspect shows a running container under its new name as soon as it is renamed.',
    fault: 'the engine shows the name that the container had when it started',
    faults: [
      { what: 'the network shows what was at first', plant: outdated('GET /networks/*'), expect: /Name afterwards/ },
      { what: 'nothing is done', plant: swallows('POST /containers/*/rename', 204), expect: /Name afterwards/ },
    ],
    async body({ use, verify }) {
      const { container, running, rename } = await use(restarted);
      verify.equal(running.Containers?.[container.id]?.Name, container.name, 'Name before');
      verify.accepted(rename.answer, 'the renaming', 204);
      verify.equal(rename.network.Containers?.[container.id]?.Name, rename.name, 'Name afterwards');
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
    faults: [
      {
        what: 'the network shows what was at first',
        plant: outdated('GET /networks/*'),
        expect: /after the stop at the latest/,
      },
      {
        what: 'the container keeps its address',
        plant: answers('GET /containers/*/json', set('NetworkSettings.Networks.*.IPAddress', '10.9.9.9')),
        expect: /^IPAddress/,
      },
      {
        what: 'the container no longer names the network',
        plant: answers('GET /containers/*/json', set('NetworkSettings.Networks', {})),
        expect: /the network in container inspect/,
      },
      {
        what: 'nothing is stopped',
        plant: swallows('POST /containers/*/stop', 204),
        expect: /after the stop at the latest/,
      },
    ],
    async body({ use, verify }) {
      const { container, home, running, stop } = await use(restarted);
      const before = verify.present(running.Containers?.[container.id], 'the container while it runs');
      verify.matches(before.IPv4Address, /^\d+\./, 'its IPv4Address');
      verify.accepted(stop.answer, 'stop', 204);
      verify.equal(stop.member, null, 'the container in network inspect, 5 s after the stop at the latest');
      const endpoint = stop.inspect.NetworkSettings?.Networks?.[home.name];
      verify.absent(verify.present(endpoint, 'the network in container inspect').IPAddress, 'IPAddress');
    },
  }),
];
