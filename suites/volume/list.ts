/** The list of volumes, its filter, and the shape of what the engine says of a volume. */
import { claim } from '../../helpers/claims/claim';
import type { Engine } from '../../helpers/engine/engine';
import { answers, drop, mishearsQuery, refuses, set } from '../../helpers/faults/vocabulary';
import { anonymousVolumes } from './fixtures/anonymous-volumes';
import { mountAt } from './fixtures/mounts';

async function namesWhere(engine: Engine, dangling: string): Promise<(string | undefined)[]> {
  const filters = { dangling: [dangling] };
  const { Volumes } = await engine.document<{ Volumes?: { Name?: string }[] | null }>('/volumes', { filters });
  return (Volumes ?? []).map((volume) => volume.Name);
}

export default [
  claim({
    id: 'volume.inspect-schema',
    level: 'implied',
    lines: [[281, 287]],
    statement:
      'The list of volumes and the inspect output of one have the shape of API v1.23 and agree with the mount.',
    fault: 'the engine leaves out a field of a volume, or shows another directory than the mount does',
    faults: [
      {
        what: 'volumes in the list have no driver',
        plant: answers('GET /volumes', drop('Volumes.*.Driver')),
        expect: /the list: .*\/Driver: .* absent/,
      },
      {
        what: 'inspect shows labels as a list',
        plant: answers('GET /volumes/*', set('Labels', [])),
        expect: /\/Labels: expected an object/,
      },
      {
        what: 'inspect shows another directory',
        plant: answers('GET /volumes/*', set('Mountpoint', '/elsewhere')),
        expect: /name, driver and directory/,
      },
      { what: 'the list is empty', plant: answers('GET /volumes', set('Volumes', [])), expect: /names in the list/ },
    ],
    async body({ engine, use, verify }) {
      const { inspect } = await use(anonymousVolumes);
      const mount = verify.present(mountAt(inspect, '/webapp'), 'the mount at /webapp');
      const list = verify.accepted(await engine.get('/volumes'), 'the list');
      verify.conforms('volume-list', list.json, 'the list');
      const volume = verify.accepted(await engine.get(`/volumes/${mount.Name}`), 'the inspect output');
      verify.conforms('volume-inspect', volume.json, 'the inspect output');
      const { Name, Driver, Mountpoint } = await engine.volume(mount.Name ?? '');
      verify.equal([Name, Driver, Mountpoint], [mount.Name, mount.Driver, mount.Source], 'name, driver and directory');
      const listed = (await engine.volumes()).map((each) => each.Name);
      verify.contains(listed, mount.Name, 'names in the list');
    },
  }),
  claim({
    id: 'volume.list.dangling',
    level: 'implied',
    lines: [[326, 328]],
    statement: 'The filter `dangling` tells the volumes that no container has from the others.',
    fault: 'the engine lists all volumes whatever the filter says',
    faults: [
      {
        what: 'the filter is passed over',
        plant: mishearsQuery('GET /volumes', { filters: null }),
        expect: /dangling=true, the used one/,
      },
      {
        what: '`false` is taken for `true`',
        plant: mishearsQuery('GET /volumes', { filters: '{"dangling":["true"]}' }),
        expect: /dangling=false/,
      },
    ],
    async body({ engine, make, verify }) {
      const [free, used] = [await make.volume(), await make.volume()];
      await make.created({ network: 'host', binds: [`${used.name}:/data`] });
      const [dangling, others] = [await namesWhere(engine, 'true'), await namesWhere(engine, 'false')];
      verify.contains(dangling, free.name, 'volumes with dangling=true, the free one');
      verify.excludes(dangling, used.name, 'volumes with dangling=true, the used one');
      verify.contains(others, used.name, 'volumes with dangling=false, the used one');
      verify.excludes(others, free.name, 'volumes with dangling=false, the free one');
    },
  }),
  claim({
    id: 'volume.list.bad-filter-refused',
    level: 'implied',
    lines: [[326, 328]],
    statement: 'A value of the filter `dangling` that is neither true nor false is refused.',
    fault: 'the engine passes over the filter and lists all volumes',
    faults: [
      {
        what: 'the filter is passed over',
        plant: mishearsQuery('GET /volumes', { filters: null }),
        expect: /dangling=perhaps: expected refused/,
      },
      {
        what: 'every value is refused',
        plant: refuses('GET /volumes', 400, 'bad filter: dangling'),
        expect: /dangling=false/,
      },
    ],
    async body({ engine, verify }) {
      const ask = (value: string) => engine.get('/volumes', { query: { filters: { dangling: [value] } } });
      verify.refused(await ask('perhaps'), { status: [400, 500], message: /dangling/ }, 'dangling=perhaps');
      verify.accepted(await ask('false'), 'dangling=false');
    },
  }),
];
