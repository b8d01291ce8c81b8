/** `--volumes-from`: the mounts of one container in another. */
import { claim } from '../../helpers/claims/claim';
import { alsoDoes, answers, doubled, drop, logs, madeUpId, mishears, nth, set } from '../../helpers/faults/vocabulary';
import { sourceOf } from './faults';
import { allMounts } from './fixtures/all-mounts';
import { hostDirectory } from './fixtures/host-directory';
import { mountAt, mountsAt } from './fixtures/mounts';
import { runScript } from './fixtures/run-script';

export default [
  claim({
    id: 'volume.from.inherits',
    level: 'stated',
    lines: [[317, 320]],
    statement: 'A container created with `--volumes-from` shows the same mounts as the one that it takes them from.',
    changes: [
      {
        vendor: 'podman',
        engine: '*',
        why: 'Podman mounts a bind that was taken with --volumes-from, and does not show it in the inspect output',
        reference: 'measured on 4.3.1, 5.4.2 and 5.8.6',
      },
    ],
    fault: 'the engine leaves out the binds, or makes new volumes instead of mounting those of the source',
    faults: [
      {
        what: 'nothing is taken',
        plant: mishears('POST /containers/create', drop('HostConfig.VolumesFrom')),
        expect: /number of mounts of the heir/,
      },
      {
        what: 'the heir gets volumes of its own',
        plant: answers(
          'GET /containers/*/json',
          set('Mounts.*.Source', () => `/var/lib/${madeUpId()}`),
        ),
        expect: /the mount at/,
      },
    ],
    async body({ engine, make, verify }) {
      const { path } = await hostDirectory({ engine, make });
      const source = await make.created({ network: 'host', volumes: ['/webapp'], binds: [`${path}:/opt/webapp`] });
      const heir = await make.created({ network: 'host', volumesFrom: [source.name] });
      const [inSource, inHeir] = [await engine.inspect(source), await engine.inspect(heir)];
      verify.equal(inSource.Mounts?.length, 2, 'number of mounts of the source');
      verify.equal(inHeir.Mounts?.length, 2, 'number of mounts of the heir');
      for (const place of ['/webapp', '/opt/webapp']) {
        verify.equal(mountAt(inHeir, place), mountAt(inSource, place), `the mount at ${place}`);
      }
    },
  }),
  claim({
    id: 'volume.from.created-source',
    level: 'stated',
    lines: [[318, 318]],
    statement: 'The container whose volumes another one takes never has to run.',
    fault: 'the engine refuses a source that does not run, starts it, or mounts nothing',
    faults: [
      {
        what: 'nothing is mounted',
        plant: mishears('POST /containers/create', drop('HostConfig.VolumesFrom.0')),
        expect: /the mount, in the container/,
      },
      {
        what: 'the source is started',
        plant: nth(
          1,
          alsoDoes('POST /containers/*/start', 'before', async ({ path }, look) => [
            { method: 'POST', path: `/containers/${await sourceOf(path, look)}/start` },
          ]),
        ),
        expect: /of the source/,
      },
    ],
    async body({ engine, use, verify }) {
      const { seen, source } = await use(allMounts);
      verify.equal(seen.from[0], 'mounted', 'the mount, in the container that took it');
      const { State } = await engine.inspect(source);
      verify.equal(State?.Running, false, 'State.Running of the source');
      verify.matches(State?.StartedAt, /^0001-01-01T/, 'State.StartedAt of the source');
    },
  }),
  claim({
    id: 'volume.from.live',
    level: 'stated',
    lines: [[322, 322]],
    statement: 'What changes in a directory of the host shows in a container that has it by `--volumes-from`.',
    fault: 'the engine gives the container that inherits a copy of what the source has bound',
    faults: [
      {
        what: 'nothing is mounted',
        plant: mishears('POST /containers/create', drop('HostConfig.VolumesFrom.0')),
        expect: /what each side saw/,
      },
      {
        what: 'the container has a copy',
        plant: logs((written) => written.replace(/(== from\n[^=]*)from the host\n/, '$1')),
        expect: /what each side saw/,
      },
    ],
    async body({ use, verify }) {
      const { seen } = await use(allMounts);
      verify.equal(seen.from.slice(1), ['from the host', 'from the container'], 'what each side saw of the other');
    },
  }),
  claim({
    id: 'volume.from.exited-source',
    level: 'implied',
    lines: [[317, 320]],
    statement: 'The volumes of a container that has ended are taken with the files that it left in them.',
    fault: 'the engine mounts a new volume where the source has ended',
    faults: [
      {
        what: 'a new volume is mounted',
        plant: mishears('POST /containers/create', set('HostConfig.VolumesFrom', [])),
        expect: /the file that the source left/,
      },
      { what: 'the file is gone', plant: logs(() => ''), expect: /the file that the source left/ },
    ],
    async body({ engine, make, verify }) {
      const source = await runScript({ engine, make }, 'echo left > /webapp/app.py', { volumes: ['/webapp'] });
      const { lines } = await runScript({ engine, make }, 'cat /webapp/app.py', { volumesFrom: [source.container.id] });
      verify.equal(lines, ['left'], 'the file that the source left');
    },
  }),
  claim({
    id: 'volume.from.wins-over-anonymous',
    level: 'implied',
    lines: [[317, 320]],
    statement:
      'A volume taken with `--volumes-from` stands where the container asks for an anonymous one at the same path.',
    changes: [
      {
        vendor: 'podman',
        engine: '*',
        why: 'in Podman a volume that the container itself asks for stands where one was to be taken from another',
        reference: 'measured on 4.3.1, 5.4.2 and 5.8.6',
      },
    ],
    fault: 'the engine puts a fresh anonymous volume over the one of the source, or shows both',
    faults: [
      {
        what: 'a fresh volume is mounted',
        plant: mishears('POST /containers/create', drop('HostConfig.VolumesFrom')),
        expect: /volumes at .webapp of the heir/,
      },
      {
        what: 'both are shown',
        plant: answers('GET /containers/*/json', doubled('Mounts')),
        expect: /volumes at .webapp of the heir/,
      },
    ],
    async body({ engine, make, verify }) {
      const source = await make.created({ network: 'host', volumes: ['/webapp'] });
      const heir = await make.created({ network: 'host', volumes: ['/webapp'], volumesFrom: [source.id] });
      const wanted = verify.present(mountAt(await engine.inspect(source), '/webapp')?.Name, 'the volume of the source');
      const mounts = mountsAt(await engine.inspect(heir), '/webapp');
      verify.equal(
        mounts.map((mount) => mount.Name),
        [wanted],
        'volumes at /webapp of the heir',
      );
    },
  }),
];
