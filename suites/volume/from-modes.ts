/** `--volumes-from` with a mode, with a source that is missing, and when the container that took them goes. */
import { claim } from '../../helpers/claims/claim';
import type { ClaimTools } from '../../helpers/claims/tools';
import { answers, drop, mishears, nth, refuses, refusesSaying, set, since } from '../../helpers/faults/vocabulary';
import { allMounts } from './fixtures/all-mounts';
import { mountAt } from './fixtures/mounts';

function create({ engine, make }: Pick<ClaimTools, 'engine' | 'make'>, volumesFrom: readonly string[]) {
  const body = make.containerBody({ network: 'host', volumesFrom });
  return engine.post('/containers/create', { query: { name: make.name() }, body });
}

export default [
  claim({
    id: 'volume.from.read-only-stays',
    level: 'implied',
    lines: [[317, 320]],
    statement: 'What the source has mounted read-only stays so in a container that asks for it with `:rw`.',
    changes: [
      {
        vendor: 'podman',
        engine: '*',
        why: 'in Podman the mode given with --volumes-from replaces that of the mount',
        reference: 'podman-run(1), --volumes-from; measured on 4.3.1, 5.4.2 and 5.8.6',
      },
    ],
    fault: 'the engine lets `--volumes-from x:rw` make a read-only mount writable',
    faults: [
      {
        what: 'the mount becomes writable',
        plant: mishears(
          'POST /containers/create',
          set('HostConfig.Binds.*', (bind) => String(bind).replace(/:ro$/, '')),
        ),
        expect: /a write to it/,
      },
      {
        what: 'it is shown as writable',
        plant: answers('GET /containers/*/json', set('Mounts.*.RW', true)),
        expect: /RW of the mount/,
      },
    ],
    async body({ use, verify }) {
      const { inspect, seen } = await use(allMounts);
      verify.equal(seen.fromRo, ['written', 'refused'], 'read through the mount, and a write to it');
      verify.equal(mountAt(inspect, '/from-ro/mount')?.RW, false, 'RW of the mount');
    },
  }),
  claim({
    id: 'volume.from.bad-mode-refused',
    level: 'implied',
    lines: [[317, 320]],
    statement: 'A mode of `--volumes-from` that does not exist is refused, and `ro` makes the mounts read-only.',
    fault: 'the engine passes over the mode and mounts read-write',
    faults: [
      {
        what: 'the mode is passed over',
        plant: mishears(
          'POST /containers/create',
          set('HostConfig.VolumesFrom.*', (from) => String(from).replace(':readable', '')),
        ),
        expect: /expected refused/,
      },
      {
        what: '`ro` is passed over',
        plant: mishears(
          'POST /containers/create',
          set('HostConfig.VolumesFrom.*', (from) => String(from).replace(':ro', '')),
        ),
        expect: /RW of a mount taken/,
      },
    ],
    async body({ engine, make, verify }) {
      const source = await make.created({ network: 'host', volumes: ['/webapp'] });
      const bad = await create({ engine, make }, [`${source.id}:readable`]);
      verify.refused(bad, { status: [400, 500], message: /readable/ }, 'the mode "readable"');
      const heir = await make.created({ network: 'host', volumesFrom: [`${source.id}:ro`] });
      verify.equal(mountAt(await engine.inspect(heir), '/webapp')?.RW, false, 'RW of a mount taken with :ro');
    },
  }),
  claim({
    id: 'volume.from.missing-source-refused',
    level: 'implied',
    lines: [[317, 320]],
    statement:
      'To take the volumes of a container that does not exist is refused with its name, and of one that does is not.',
    fault: 'the engine creates the container without the volumes that it was to take',
    faults: [
      {
        what: 'the source is passed over',
        plant: mishears('POST /containers/create', drop('HostConfig.VolumesFrom')),
        expect: /a source that is missing: expected refused/,
      },
      {
        what: 'the message does not name it',
        plant: refusesSaying('POST /containers/create', 'no'),
        expect: /message/,
      },
    ],
    async body({ engine, make, verify }) {
      const missing = make.name();
      const refused = await create({ engine, make }, [missing]);
      verify.refused(refused, { status: [400, 404, 500], message: new RegExp(missing) }, 'a source that is missing');
      const source = await make.created({ network: 'host', volumes: ['/webapp'] });
      verify.accepted(await create({ engine, make }, [source.name]), 'a source that is there');
    },
  }),
  claim({
    id: 'volume.from.heir-removed-keeps-volumes',
    level: 'implied',
    lines: [
      [317, 320],
      [326, 328],
    ],
    statement:
      'When a container goes with its volumes, those that it took from another stay: the named and the anonymous.',
    fault: 'the engine removes a volume that the source still has',
    faults: [
      {
        what: 'the named volume goes',
        plant: nth(1, refuses('GET /volumes/*', 404)),
        expect: /inspect of the named volume/,
      },
      {
        what: 'the anonymous volume goes',
        plant: nth(2, refuses('GET /volumes/*', 404)),
        expect: /inspect of the anonymous volume/,
      },
      {
        what: 'a mount of the source goes',
        plant: since(3, answers('GET /containers/*/json', drop('Mounts.0'))),
        expect: /number of mounts of the source/,
      },
    ],
    async body({ engine, make, verify }) {
      const { name } = await make.volume();
      const source = await make.created({ network: 'host', volumes: ['/webapp'], binds: [`${name}:/data`] });
      const heir = await make.created({ network: 'host', volumesFrom: [source.id] });
      const before = await engine.inspect(source);
      const anonymous = verify.present(mountAt(before, '/webapp')?.Name, 'the anonymous volume of the source');
      verify.accepted(await engine.remove(heir, { v: 1 }), 'removal of the heir with its volumes');
      verify.accepted(await engine.get(`/volumes/${name}`), 'inspect of the named volume');
      verify.accepted(await engine.get(`/volumes/${anonymous}`), 'inspect of the anonymous volume');
      verify.equal((await engine.inspect(source)).Mounts?.length, 2, 'number of mounts of the source');
    },
  }),
];
