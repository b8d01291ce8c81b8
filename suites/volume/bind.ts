/** `-v /src/webapp:/opt/webapp`: a directory of the host in a container. */
import { claim } from '../../helpers/claims/claim';
import { PROBE_DATA_PATH } from '../../helpers/probe/tree';
import { hostDirectory } from './fixtures/host-directory';
import { mountAt } from './fixtures/mounts';
import { runScript } from './fixtures/run-script';

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
    async body({ engine, make, verify }) {
      // Not below the engine's root, for which engines since 17.12 choose rslave. It is there on every host, and as the
      // container is never started, nothing is mounted.
      const container = await make.created({ network: 'none', binds: ['/usr:/opt/webapp'] });
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
    async body({ engine, make, verify }) {
      const { path, volume } = await hostDirectory({ engine, make });
      // /host is the same directory by another way: for the bind, what is done there is done on the host.
      const script = `[ -e /opt/webapp/app ] && echo early
        echo from the host > /host/app; cat /opt/webapp/app
        echo from the container > /opt/webapp/app; cat /host/app
        rm /host/app; [ -e /opt/webapp/app ] || echo gone`;
      const { lines } = await runScript({ engine, make }, script, {
        binds: [`${volume}:/host`, `${path}:/opt/webapp`],
      });
      verify.equal(lines, ['from the host', 'from the container', 'gone'], 'what each side saw of the other');
    },
  }),
  claim({
    id: 'volume.bind.read-only',
    level: 'implied',
    lines: [[309, 309]],
    statement:
      'A bind with `:ro` refuses writes and shows RW false, while the same directory bound without it takes them.',
    fault: 'the engine passes over the mode and mounts the directory read-write',
    async body({ engine, make, verify }) {
      const { path } = await hostDirectory({ engine, make });
      const script = `echo written > /rw/app; cat /ro/app
        { echo changed > /ro/app; } 2> /dev/null && echo accepted || echo refused
        cat /rw/app`;
      const { container, lines } = await runScript({ engine, make }, script, {
        binds: [`${path}:/rw`, `${path}:/ro:ro`],
      });
      verify.equal(lines, ['written', 'refused', 'written'], 'read through :ro, write to it, file after that');
      const inspect = await engine.inspect(container);
      verify.equal(mountAt(inspect, '/ro')?.RW, false, 'RW of the bind with :ro');
      verify.equal(mountAt(inspect, '/rw')?.RW, true, 'RW of the bind without it');
    },
  }),
  claim({
    id: 'volume.bind.hides-image-data',
    level: 'implied',
    lines: [[309, 309]],
    statement: 'A directory bound where the image has files hides them, and nothing is copied into it.',
    fault: "the engine copies the image's files into the bound directory, as it does for a new volume",
    async body({ engine, make, verify }) {
      const { path, volume } = await hostDirectory({ engine, make });
      const script = `ls -A /host ${PROBE_DATA_PATH}; echo mine > /host/mine; cat ${PROBE_DATA_PATH}/mine`;
      const { lines } = await runScript({ engine, make }, script, {
        binds: [`${volume}:/host`, `${path}:${PROBE_DATA_PATH}`],
      });
      verify.equal(lines, ['/host:', `${PROBE_DATA_PATH}:`, 'mine'], 'files at first, and a file put there');
    },
  }),
];
