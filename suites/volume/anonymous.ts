/** `-v /webapp`: what an anonymous volume is while its container is there. */
import { claim } from '../../helpers/claims/claim';
import { answers, doubled, drop, mishears, prints, rename, retype, set } from '../../helpers/faults/vocabulary';
import { listFiles, parseFiles, probeDataFacts } from '../../helpers/probe/commands';
import { rotatedSources } from './faults';
import { anonymousVolumes, besideAnonymousVolumes } from './fixtures/anonymous-volumes';
import { mountAt, mountsAt } from './fixtures/mounts';

export default [
  claim({
    id: 'volume.anonymous.mount-fields',
    level: 'stated',
    lines: [[275, 289]],
    statement:
      'A container run with `-v /webapp` shows one mount there, of a local volume named by 64 hexadecimal digits.',
    changes: [
      {
        vendor: 'podman',
        engine: '*',
        why: 'Podman shows the propagation with which it mounts the directory of a volume, rprivate',
        reference: 'measured on 4.3.1, 5.4.2 and 5.8.6',
      },
    ],
    fault: 'the engine shows the mount without its name, or with a source that is not the directory of that volume',
    faults: [
      {
        what: 'the mount has no name',
        plant: answers('GET /containers/*/json', drop('Mounts.*.Name')),
        expect: /^Name/,
      },
      {
        what: 'the source is another directory',
        plant: answers('GET /containers/*/json', set('Mounts.*.Source', '/tmp')),
        expect: /^Source/,
      },
      { what: 'RW is text', plant: answers('GET /containers/*/json', retype('Mounts.*.RW')), expect: /^RW/ },
      { what: 'Mode is null', plant: answers('GET /containers/*/json', set('Mounts.*.Mode', null)), expect: /^Mode/ },
      {
        what: 'the mount is shown twice',
        plant: answers('GET /containers/*/json', doubled('Mounts')),
        expect: /number of mounts/,
      },
      {
        what: 'Driver has another name',
        plant: answers('GET /containers/*/json', rename('Mounts.*.Driver', 'VolumeDriver')),
        expect: /^Driver/,
      },
    ],
    async body({ facts, use, verify }) {
      const { inspect } = await use(anonymousVolumes);
      verify.equal(mountsAt(inspect, '/webapp').length, 1, 'number of mounts at /webapp');
      const mount = verify.present(mountAt(inspect, '/webapp'), 'the mount at /webapp');
      verify.matches(mount.Name, /^[0-9a-f]{64}$/, 'Name');
      verify.that(
        mount.Source?.startsWith(`${facts.rootDir}/`) === true && mount.Source.endsWith(`/volumes/${mount.Name}/_data`),
        'Source',
        `${facts.rootDir}/.../volumes/${mount.Name}/_data`,
        mount.Source,
      );
      verify.equal(mount.Driver, 'local', 'Driver');
      verify.equal(mount.Mode, '', 'Mode');
      verify.equal(mount.RW, true, 'RW');
      verify.equal(mount.Propagation, '', 'Propagation');
    },
  }),
  claim({
    id: 'volume.anonymous.starts-empty',
    level: 'stated',
    lines: [[293, 294]],
    statement: 'Where the image has nothing at the path of an anonymous volume, the volume is empty.',
    fault: 'the engine mounts nothing at the path, or a volume that holds files already',
    faults: [
      {
        what: 'nothing is mounted',
        plant: mishears('POST /containers/create', drop('Volumes./webapp')),
        expect: /mounted there/,
      },
      {
        what: 'files are there already',
        plant: prints(/find .webapp/, (shown) => `${shown}/webapp/old\n`),
        expect: /all files below it/,
      },
    ],
    async body({ engine, use, verify }) {
      const { container } = await use(anonymousVolumes);
      const look = 'awk \'$2 == "/webapp" { print "mounted" }\' /proc/mounts; find /webapp';
      const { stdout } = await engine.exec(container, ['sh', '-c', look]);
      verify.equal(stdout.trim().split('\n'), ['mounted', '/webapp'], 'mounted there, and all files below it');
    },
  }),
  claim({
    id: 'volume.anonymous.copies-image-data',
    level: 'implied',
    lines: [[293, 295]],
    statement:
      'Where the image has files at the path of an anonymous volume, they are copied in, with owners and modes.',
    fault: 'the engine leaves the volume empty, or copies files without their owner or mode',
    faults: [
      { what: 'the volume stays empty', plant: prints(/ list .copy$/, () => ''), expect: /files in the volume/ },
      {
        what: 'owners are lost',
        plant: prints(/ list .copy$/, (shown) => shown.replace(/^(stat \S+) \d+ \d+/gm, '$1 65534 65534')),
        expect: /files in the volume/,
      },
      {
        what: 'contents are lost',
        plant: prints(/ list .copy$/, (shown) => shown.replace(/^sha256 .{8}/gm, 'sha256 00000000')),
        expect: /files in the volume/,
      },
    ],
    async body({ engine, use, verify }) {
      const { stdout } = await engine.exec(await use(besideAnonymousVolumes), listFiles('/copy'));
      verify.equal(parseFiles(stdout), probeDataFacts(), 'files in the volume, seen from another container');
    },
  }),
  claim({
    id: 'volume.anonymous.written-files-on-host',
    level: 'stated',
    lines: [
      [297, 297],
      [303, 304],
    ],
    statement: 'What the container writes to an anonymous volume is in its source directory on the host.',
    fault: 'the engine names a source directory that is not the one which the container writes to',
    faults: [
      {
        what: 'the source is the directory of another volume',
        plant: answers('GET /containers/*/json', set('Mounts', rotatedSources)),
        expect: /app.py in the source/,
      },
    ],
    async body({ engine, use, verify }) {
      const beside = await use(besideAnonymousVolumes);
      await verify.eventually(
        'app.py in the source directory, bound into another container',
        async () => (await engine.exec(beside, ['cat', '/source/app.py'])).stdout,
        (seen) => seen === 'written\n',
        { withinMs: 5_000, expected: 'what the container wrote' },
      );
    },
  }),
];
