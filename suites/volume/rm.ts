/** `docker run --rm`: what goes with the container and what stays. */
import { claim } from '../../helpers/claims/claim';
import { mishearsQuery, nth, prints } from '../../helpers/faults/vocabulary';
import { removesVolumesToo } from './faults';
import { mountAt } from './fixtures/mounts';
import { runScript } from './fixtures/run-script';
import { runWithRm } from './fixtures/run-with-rm';

export default [
  claim({
    id: 'volume.rm.anonymous-removed',
    level: 'stated',
    lines: [
      [329, 332],
      [357, 360],
    ],
    statement:
      'With `--rm` the anonymous volume of a container and its directory are gone when the container has ended.',
    fault: 'the engine removes the container and leaves its anonymous volume, or the directory of it',
    faults: [
      {
        what: 'the volume is kept',
        plant: mishearsQuery('DELETE /containers/*', { v: null }),
        expect: /status of the inspect of the volume/,
      },
      {
        what: 'its directory is left',
        plant: prints({ command: /\/look\//, since: 2 }, (shown) => shown.replace('none gone', 'none there')),
        expect: /file and directory of the volume after/,
      },
    ],
    async body({ engine, use, verify }) {
      const { anonymous, before, removal, after } = await use(runWithRm);
      verify.equal(before.anonymous, 'written there', 'file and directory of the volume before');
      verify.accepted(removal, 'removal of the container with its volumes');
      verify.equal((await engine.get(`/volumes/${anonymous}`)).status, 404, 'status of the inspect of the volume');
      verify.equal(after.anonymous, 'none gone', 'file and directory of the volume after');
    },
  }),
  claim({
    id: 'volume.rm.bind-kept',
    level: 'implied',
    lines: [
      [330, 330],
      [338, 338],
    ],
    statement: 'With `--rm` the directory that a container had bound stays, with the files in it.',
    fault: 'the engine empties or removes the directory of the host that was bound',
    faults: [
      {
        what: 'the directory is emptied',
        plant: prints({ command: /\/look\//, since: 2 }, (shown) => shown.replace('bind written', 'bind none')),
        expect: /file and directory after/,
      },
      {
        what: 'the directory is removed',
        plant: prints({ command: /\/look\//, since: 2 }, (shown) =>
          shown.replace('bind written there', 'bind none gone'),
        ),
        expect: /file and directory after/,
      },
    ],
    async body({ use, verify }) {
      const { before, removal, after } = await use(runWithRm);
      verify.equal(before.bind, 'written there', 'file and directory before');
      verify.accepted(removal, 'removal of the container with its volumes');
      verify.equal(after.bind, 'written there', 'file and directory after');
    },
  }),
  claim({
    id: 'volume.rm.named-kept',
    level: 'implied',
    lines: [[326, 326]],
    statement: 'With `--rm` a named volume stays, with the files in it.',
    fault: 'the engine removes named volumes with the container as if they were anonymous',
    faults: [
      { what: 'the volume goes with the container', plant: removesVolumesToo(), expect: /inspect of the named volume/ },
      {
        what: 'it is emptied',
        plant: prints({ command: /\/look\//, since: 2 }, (shown) => shown.replace('named written', 'named none')),
        expect: /file and directory after/,
      },
    ],
    async body({ engine, use, verify }) {
      const { named, before, removal, after } = await use(runWithRm);
      verify.equal(before.named, 'written there', 'file and directory before');
      verify.accepted(removal, 'removal of the container with its volumes');
      verify.accepted(await engine.get(`/volumes/${named}`), 'inspect of the named volume');
      verify.equal(after.named, 'written there', 'file and directory after');
    },
  }),
  claim({
    id: 'volume.rm.on-failure-too',
    level: 'implied',
    lines: [[330, 330]],
    statement: 'With `--rm` the anonymous volume goes also when the command fails, and when it cannot be started.',
    fault: 'the engine keeps the volume of a container that ended with an error or never ran',
    faults: [
      {
        what: 'the volume is kept',
        plant: mishearsQuery('DELETE /containers/*', { v: null }),
        expect: /status of the same/,
      },
      {
        what: 'that of a container which never ran is kept',
        plant: nth(2, mishearsQuery('DELETE /containers/*', { v: null })),
        expect: /status of the same/,
      },
    ],
    async body({ engine, make, verify }) {
      const failed = await runScript({ engine, make }, 'exit 3', { volumes: ['/webapp'] });
      verify.equal(failed.exitCode, 3, 'exit status of the command that fails');
      const missing = await make.created({ network: 'host', volumes: ['/webapp'], process: ['/no/such/command'] });
      verify.refused(await engine.start(missing), { status: [400, 404, 500] }, 'start of a command that is missing');
      for (const container of [failed.container, missing]) {
        const { Name } = verify.present(mountAt(await engine.inspect(container), '/webapp'), 'the mount at /webapp');
        verify.accepted(await engine.get(`/volumes/${Name}`), 'inspect of its volume, before the removal');
        verify.accepted(await engine.remove(container, { v: 1 }), 'removal of the container with its volumes');
        verify.equal((await engine.get(`/volumes/${Name}`)).status, 404, 'status of the same, after the removal');
      }
    },
  }),
  claim({
    id: 'volume.rm.forced-too',
    level: 'implied',
    lines: [[329, 332]],
    statement: 'A running container that is removed by force with its volumes leaves no anonymous volume.',
    fault: 'the engine kills and removes the container and leaves its anonymous volume',
    faults: [
      {
        what: 'the volume is kept',
        plant: mishearsQuery('DELETE /containers/*', { v: null }),
        expect: /status of the same/,
      },
    ],
    async body({ engine, make, verify }) {
      const container = await make.container({ network: 'host', volumes: ['/webapp'] });
      const { Name } = verify.present(mountAt(await engine.inspect(container), '/webapp'), 'the mount at /webapp');
      verify.accepted(await engine.get(`/volumes/${Name}`), 'inspect of the volume, before the removal');
      verify.accepted(await engine.remove(container, { v: 1, force: 1 }), 'removal by force');
      verify.equal((await engine.get(`/volumes/${Name}`)).status, 404, 'status of the same, after the removal');
    },
  }),
];
