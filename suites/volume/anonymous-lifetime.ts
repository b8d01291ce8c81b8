/** When an anonymous volume comes about, and what outlives its container. */
import { claim } from '../../helpers/claims/claim';
import { answers, logs, mishearsQuery, nth, set } from '../../helpers/faults/vocabulary';
import { mountAt } from './fixtures/mounts';
import { runScript } from './fixtures/run-script';

export default [
  claim({
    id: 'volume.anonymous.survives-rm',
    level: 'stated',
    lines: [[299, 299]],
    statement: 'Removing a container leaves its anonymous volume and the files in it.',
    fault: 'the engine removes anonymous volumes with their container without being asked to',
    faults: [
      {
        what: 'the volume goes with the container',
        plant: mishearsQuery('DELETE /containers/*', { v: '1' }),
        expect: /inspect of the volume/,
      },
      {
        what: 'its files are gone',
        plant: nth(
          2,
          logs(() => ''),
        ),
        expect: /the file, read by/,
      },
    ],
    async body({ engine, make, verify }) {
      const { container } = await runScript({ engine, make }, 'echo kept > /webapp/app.py', { volumes: ['/webapp'] });
      const name = verify.present(mountAt(await engine.inspect(container), '/webapp')?.Name, 'the name of the volume');
      make.ownVolume(name);
      verify.accepted(await engine.remove(container), 'removal of the container');
      verify.equal((await engine.get(`/containers/${container.id}/json`)).status, 404, 'status of its inspect');
      verify.accepted(await engine.get(`/volumes/${name}`), 'inspect of the volume');
      const next = await runScript({ engine, make }, 'cat /webapp/app.py', { binds: [`${name}:/webapp`] });
      verify.equal(next.lines, ['kept'], 'the file, read by a container that mounts the volume by name');
    },
  }),
  claim({
    id: 'volume.anonymous.one-each',
    level: 'implied',
    lines: [
      [275, 287],
      [330, 350],
    ],
    statement: 'Two containers with an anonymous volume at one path get a volume each.',
    fault: 'the engine gives both containers one volume',
    faults: [
      {
        what: 'both containers show one volume',
        plant: answers('GET /containers/*/json', set('Mounts.*.Name', 'a'.repeat(64))),
        expect: /the name of the second/,
      },
      {
        what: 'both volumes have one directory',
        plant: answers('GET /containers/*/json', set('Mounts.*.Source', '/var/lib/one')),
        expect: /the source of the second/,
      },
    ],
    async body({ engine, make, verify }) {
      const containers = await Promise.all([1, 2].map(() => make.created({ network: 'host', volumes: ['/webapp'] })));
      const inspects = await Promise.all(containers.map((container) => engine.inspect(container)));
      const [one, two] = inspects.map((inspect) => mountAt(inspect, '/webapp'));
      verify.present(one?.Name, 'the name of the first volume');
      verify.differs(two?.Name, one?.Name, 'the name of the second volume');
      verify.differs(two?.Source, one?.Source, 'the source of the second volume');
    },
  }),
];
