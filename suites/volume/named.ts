/** `-v name:/path`: volumes with a name. */
import { claim } from '../../helpers/claims/claim';
import { alsoDoes, answers, doubled, drop, logs, nth, refuses, sent, set } from '../../helpers/faults/vocabulary';
import { removesVolumesToo } from './faults';
import { hostDirectory } from './fixtures/host-directory';
import { mountAt } from './fixtures/mounts';
import { usedTwice } from './fixtures/used-twice';

export default [
  claim({
    id: 'volume.named.persists',
    level: 'stated',
    lines: [[326, 327]],
    statement: 'A named volume and its files outlive the container, also where that is removed with its volumes.',
    fault: 'the engine removes a named volume with the container that it first came with',
    faults: [
      {
        what: 'the volume goes with the container',
        plant: removesVolumesToo(),
        expect: /what the next container read/,
      },
      { what: 'it is not found', plant: refuses('GET /volumes/*', 404), expect: /inspect of the volume/ },
    ],
    async body({ engine, use, verify }) {
      const { name, removal, second } = await use(usedTwice);
      verify.accepted(removal, 'removal of the container with its volumes');
      verify.accepted(await engine.get(`/volumes/${name}`), 'inspect of the volume');
      verify.contains(second, 'kept', 'what the next container read in it');
    },
  }),
  claim({
    id: 'volume.naming',
    level: 'erratum',
    lines: [[326, 329]],
    statement: 'In `-v foo:/bar` foo is the name of a volume, and in `-v /foo:/bar` it is a directory of the host.',
    documentSays: 'A volume given as `/foo:/bar` is a named volume.',
    fault: 'the engine gives a bind a name, or takes a name for a directory',
    faults: [
      {
        what: 'a bind gets a name',
        plant: answers('GET /containers/*/json', set('Mounts.*.Name', 'webapp')),
        expect: /Name of what was given by a path/,
      },
      {
        what: 'a name is taken for a directory',
        plant: answers('GET /containers/*/json', drop('Mounts.*.Name')),
        expect: /Name of what was given by a name/,
      },
      {
        what: 'the volume has another directory',
        plant: answers(
          'GET /volumes/*',
          set('Mountpoint', (path) => (/ec-/.test(String(path)) ? `${path}-` : (path ?? ''))),
        ),
        expect: /Source of what was given/,
      },
    ],
    async body({ engine, make, verify }) {
      const { path } = await hostDirectory({ engine, make });
      const name = make.name();
      make.ownVolume(name);
      const container = await make.created({ network: 'host', binds: [`${path}:/path`, `${name}:/name`] });
      const inspect = await engine.inspect(container);
      const bind = verify.present(mountAt(inspect, '/path'), 'the mount at /path');
      verify.absent(bind.Name, 'Name of what was given by a path');
      verify.equal(bind.Source, path, 'Source of what was given by a path');
      const volume = verify.present(mountAt(inspect, '/name'), 'the mount at /name');
      verify.equal(volume.Name, name, 'Name of what was given by a name');
      verify.equal(volume.Source, (await engine.volume(name)).Mountpoint, 'Source of what was given by a name');
    },
  }),
  claim({
    id: 'volume.named.copies-image-data-once',
    level: 'implied',
    lines: [
      [293, 295],
      [326, 327],
    ],
    statement:
      'A new named volume gets a copy of what the image has at its path; one that was used before is left as it is.',
    fault: 'the engine copies the files of the image into a volume each time that it is mounted',
    faults: [
      {
        what: 'a new volume stays empty',
        plant: nth(
          1,
          logs(() => ''),
        ),
        expect: /in the new volume/,
      },
      {
        what: 'the files are copied each time',
        plant: nth(
          2,
          logs((written) => `one.txt\n${written}`),
        ),
        expect: /when it is used again/,
      },
    ],
    async body({ use, verify }) {
      const { first, second } = await use(usedTwice);
      verify.equal(first, ['one'], 'the file of the image, in the new volume');
      verify.equal(second, ['mine.txt', 'kept'], 'files in the volume and what is in them, when it is used again');
    },
  }),
  claim({
    id: 'volume.named.created-once',
    level: 'implied',
    lines: [[326, 327]],
    statement: 'Creating a volume of a name that is there already answers with that volume, which keeps its labels.',
    fault: 'the engine refuses the second call, or makes the volume anew',
    faults: [
      {
        what: 'the second call is refused',
        plant: nth(2, refuses('POST /volumes/create', 409)),
        expect: /the second call/,
      },
      {
        what: 'the volume is made anew',
        plant: nth(
          2,
          alsoDoes('POST /volumes/create', 'before', (asked) => [
            { method: 'DELETE', path: `/volumes/${sent(asked, 'Name')}` },
          ]),
        ),
        expect: /its label/,
      },
      { what: 'it is listed twice', plant: answers('GET /volumes', doubled('Volumes')), expect: /number of volumes/ },
    ],
    async body({ engine, make, verify }) {
      const body = { Name: make.name(), Labels: { purpose: 'created once' } };
      const first = verify.accepted(await engine.post('/volumes/create', { body }), 'the first call', 201);
      verify.conforms('volume-create', first.json, 'answer of the first call');
      const second = await engine.post('/volumes/create', { body: { Name: body.Name } });
      verify.accepted(second, 'the second call', 201);
      const volume = await engine.volume(body.Name);
      verify.equal(volume.Labels?.purpose, 'created once', 'its label after both calls');
      const same = engine.volumes().then((all) => all.filter((each) => each.Name === body.Name).length);
      verify.equal(await same, 1, 'number of volumes of that name');
    },
  }),
];
