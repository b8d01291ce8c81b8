/** `-v /src/webapp:/opt/webapp`: a directory of the host in a container. */
import { claim } from '../../helpers/claims/claim';
import { answers, drop, logs, mishears, set, without } from '../../helpers/faults/vocabulary';
import { PROBE_DATA_PATH } from '../../helpers/probe/tree';
import { allMounts } from './fixtures/all-mounts';
import { mountAt } from './fixtures/mounts';

export default [
  claim({
    id: 'volume.bind.mount-fields',
    level: 'stated',
    lines: [
      [309, 309],
      [337, 343],
    ],
    statement: 'A bind shows its source, its destination, no mode, read-write, propagation rprivate and no name.',
    fault: 'the engine shows the bind as a volume with a name, or with another source',
    faults: [
      {
        what: 'it is shown with a name',
        plant: answers('GET /containers/*/json', set('Mounts.*.Name', 'webapp')),
        expect: /^Name/,
      },
      {
        what: 'it has another source',
        plant: answers('GET /containers/*/json', set('Mounts.*.Source', '/opt')),
        expect: /^Source/,
      },
      {
        what: 'it has no propagation',
        plant: answers('GET /containers/*/json', drop('Mounts.*.Propagation')),
        expect: /^Propagation/,
      },
      { what: 'it is read-only', plant: answers('GET /containers/*/json', set('Mounts.*.RW', false)), expect: /^RW/ },
    ],
    async body({ engine, make, verify }) {
      // Not below the engine's root, for which engines since 17.12 choose rslave. It is there on every host, and as the
      // container is never started, nothing is mounted.
      const container = await make.created({ network: 'host', binds: ['/usr:/opt/webapp'] });
      const mount = verify.present(mountAt(await engine.inspect(container), '/opt/webapp'), 'the mount at /opt/webapp');
      verify.equal(mount.Source, '/usr', 'Source');
      verify.equal(mount.Mode, '', 'Mode');
      verify.equal(mount.RW, true, 'RW');
      verify.equal(mount.Propagation, 'rprivate', 'Propagation');
      verify.absent(mount.Name, 'Name');
    },
  }),
  claim({
    id: 'volume.bind.live-both-ways',
    level: 'stated',
    lines: [
      [301, 309],
      [322, 322],
    ],
    statement: 'What changes in the bound directory shows in the running container at once, and the other way round.',
    fault: 'the engine gives the container a copy of the directory, made when it starts',
    faults: [
      {
        what: 'nothing is bound',
        plant: mishears(
          'POST /containers/create',
          without('HostConfig.Binds', (bind) => String(bind).endsWith(':/bind/mount')),
        ),
        expect: /what each side saw/,
      },
      {
        what: 'the container has a copy',
        plant: logs((written) => written.replace('from the host\n', '')),
        expect: /what each side saw/,
      },
    ],
    async body({ use, verify }) {
      const { seen } = await use(allMounts);
      verify.equal(seen.bind, ['from the host', 'from the container', 'gone'], 'what each side saw of the other');
    },
  }),
  claim({
    id: 'volume.bind.read-only',
    level: 'implied',
    lines: [[309, 309]],
    statement: 'A bind with `:ro` refuses writes and shows RW false, and what the host writes can be read through it.',
    fault: 'the engine passes over the mode and mounts the directory read-write',
    faults: [
      {
        what: 'the mode is passed over',
        plant: mishears(
          'POST /containers/create',
          set('HostConfig.Binds.*', (bind) => String(bind).replace(/:ro$/, '')),
        ),
        expect: /read through :ro/,
      },
      {
        what: 'it is shown as read-write',
        plant: answers('GET /containers/*/json', set('Mounts.*.RW', true)),
        expect: /RW of the bind with/,
      },
    ],
    async body({ use, verify }) {
      const { inspect, seen } = await use(allMounts);
      verify.equal(seen.ro, ['written', 'refused', 'written'], 'read through :ro, write to it, file after that');
      verify.equal(mountAt(inspect, '/ro/mount')?.RW, false, 'RW of the bind with :ro');
      verify.equal(mountAt(inspect, '/bind/mount')?.RW, true, 'RW of a bind without it');
    },
  }),
  claim({
    id: 'volume.bind.hides-image-data',
    level: 'implied',
    lines: [[309, 309]],
    statement: 'A directory bound where the image has files hides them, and nothing is copied into it.',
    fault: "the engine copies the image's files into the bound directory, as it does for a new volume",
    faults: [
      {
        what: 'the files of the image are seen',
        plant: mishears(
          'POST /containers/create',
          without('HostConfig.Binds', (bind) => String(bind).endsWith(`:${PROBE_DATA_PATH}`)),
        ),
        expect: /files in the directory/,
      },
      {
        what: 'they are copied into the directory',
        plant: logs((written) => written.replace('/hiding/host:\n', '/hiding/host:\none.txt\n')),
        expect: /files in the directory/,
      },
    ],
    async body({ use, verify }) {
      const { seen } = await use(allMounts);
      const empty = ['/hiding/host:', `${PROBE_DATA_PATH}:`];
      verify.equal(seen.hiding, [...empty, 'mine'], 'files in the directory and at the path, then one put there');
    },
  }),
];
