/** Anonymous volumes as the host itself sees them. */
import { join } from 'node:path';
import { claim } from '../../helpers/claims/claim';
import { host } from '../../helpers/claims/needs';
import { answers, mishearsQuery, set } from '../../helpers/faults/vocabulary';
import { rotatedSources } from './faults';
import { anonymousVolumes } from './fixtures/anonymous-volumes';
import { mountAt } from './fixtures/mounts';

export default [
  claim({
    id: 'volume.anonymous.written-files-on-host.read-there',
    level: 'implied',
    lines: [[303, 304]],
    statement: 'A file that the container wrote to an anonymous volume can be read on the host below the source shown.',
    needs: [host],
    fault: 'the engine shows a source path that does not exist on its host',
    faults: [
      {
        what: 'the source is the directory of another volume',
        plant: answers('GET /containers/*/json', set('Mounts', rotatedSources)),
        expect: /app.py in the source/,
      },
    ],
    async body({ host: ofEngine, use, verify }) {
      const { inspect } = await use(anonymousVolumes);
      const source = verify.present(mountAt(inspect, '/written')?.Source, 'the source of the volume');
      await verify.eventually(
        'app.py in the source directory, read on the host',
        () => ofEngine.read(join(source, 'app.py')),
        (seen) => seen === 'written\n',
        { withinMs: 5_000, expected: 'what the container wrote' },
      );
    },
  }),
  claim({
    id: 'volume.rm.anonymous-removed.directory',
    level: 'implied',
    lines: [[357, 360]],
    statement: 'With an anonymous volume its directory on the host is removed, and nothing of it stays beside it.',
    needs: [host],
    fault: 'the engine forgets the volume and leaves its directory on the disk',
    faults: [
      {
        what: 'the volume is kept',
        plant: mishearsQuery('DELETE /containers/*', { v: null }),
        expect: /the source on the host, after/,
      },
      {
        what: 'a directory is shown that is not there',
        plant: answers(
          'GET /containers/*/json',
          set('Mounts.*.Source', (source) => `${source}-not`),
        ),
        expect: /while the container is there/,
      },
    ],
    async body({ engine, host: ofEngine, make, verify }) {
      const container = await make.created({ network: 'host', volumes: ['/webapp'] });
      const mount = verify.present(mountAt(await engine.inspect(container), '/webapp'), 'the mount at /webapp');
      const source = verify.present(mount.Source, 'its source');
      verify.equal(await ofEngine.kind(source), 'a directory', 'the source on the host, while the container is there');
      verify.accepted(await engine.remove(container, { v: 1 }), 'removal of the container with its volumes');
      verify.equal(await ofEngine.kind(source), 'ENOENT', 'the source on the host, after the removal');
      verify.excludes(await ofEngine.list(join(source, '..', '..')), mount.Name, 'what is beside it');
    },
  }),
];
