/** The shapes of what the engine says of volumes and mounts of every kind. */
import { claim } from '../../helpers/claims/claim';
import { NETWORK_SETTINGS_OF_29 } from '../../helpers/drift/known/docker-containers';
import { BARE_IMAGE_IDS, NULLS_OF_3 } from '../../helpers/drift/known/podman-3';
import { PODMAN_LIST_HOST_CONFIG, PODMAN_NETWORK_ID } from '../../helpers/drift/known/podman-containers';
import { answers, drop, set } from '../../helpers/faults/vocabulary';
import { allMounts } from './fixtures/all-mounts';
import { anonymousVolumes } from './fixtures/anonymous-volumes';
import { mountAt } from './fixtures/mounts';

const LIST = 'GET /containers/json';

export default [
  claim({
    id: 'volume.named.inspect-schema',
    level: 'implied',
    lines: [[326, 327]],
    statement:
      'The answers to the creation and inspection of a named volume have the shape of API v1.23, with and without ' +
      'labels, and when it is in use.',
    fault: 'the engine sends null for the labels that were given, or another shape of a volume that a container has',
    faults: [
      {
        what: 'the answer to create names no directory',
        plant: answers('POST /volumes/create', drop('Mountpoint')),
        expect: /create: .*\/Mountpoint: .* absent/,
      },
      {
        what: 'inspect shows no labels',
        plant: answers('GET /volumes/*', set('Labels', null)),
        expect: /the label/,
      },
      {
        what: 'inspect shows labels as a list',
        plant: answers('GET /volumes/*', set('Labels', [])),
        expect: /\/Labels: expected an object/,
      },
    ],
    async body({ engine, make, use, verify }) {
      const bodies = [{ Name: make.name() }, { Name: make.name(), Labels: { purpose: 'to be shown' } }];
      for (const body of bodies) {
        const created = verify.accepted(await engine.post('/volumes/create', { body }), 'creation', 201);
        verify.conforms('volume-create', created.json, 'the answer to create');
        const volume = await engine.volume(body.Name);
        verify.conforms('volume-inspect', volume, 'the inspect output');
        if (body.Labels !== undefined) verify.equal(volume.Labels?.purpose, body.Labels.purpose, 'the label');
      }
      const mount = verify.present(mountAt((await use(allMounts)).inspect, '/bind/host'), 'the mount of a volume');
      verify.conforms('volume-inspect', await engine.volume(mount.Name ?? ''), 'the inspect output of one in use');
    },
  }),
  claim({
    id: 'volume.mounts.inspect-schema',
    level: 'implied',
    lines: [
      [277, 289],
      [337, 343],
    ],
    statement:
      'The inspect output of containers with anonymous and named volumes, binds, read-only ones and those of others ' +
      'has the shape of API v1.23, HostConfig apart.',
    changes: [BARE_IMAGE_IDS, NETWORK_SETTINGS_OF_29, { ...PODMAN_NETWORK_ID, engine: '>=5.0.0' }],
    fault: 'the engine shows a mount without its source, or with a mode that is no text',
    faults: [
      {
        what: 'mounts have no source',
        plant: answers('GET /containers/*/json', drop('Mounts.*.Source')),
        expect: /anonymous volumes: .*\/Source: .* absent/,
      },
      {
        what: 'modes are null',
        plant: answers('GET /containers/*/json', set('Mounts.*.Mode', null)),
        expect: /\/Mode: expected a string/,
      },
      {
        what: 'mounts propagate in a way that there is not',
        plant: answers('GET /containers/*/json', set('Mounts.*.Propagation', 'everywhere')),
        expect: /\/Propagation/,
      },
      {
        what: 'no mounts are shown',
        plant: answers('GET /containers/*/json', set('Mounts', [])),
        // The fixtures themselves look for the source of a mount.
        expect: /Mounts of the container/,
      },
    ],
    async body({ engine, use, verify }) {
      const [anonymous, all] = await Promise.all([use(anonymousVolumes), use(allMounts)]);
      const inspects = {
        'with anonymous volumes': anonymous.inspect,
        'with mounts of every kind': all.inspect,
        'that never ran': await engine.inspect(all.source),
      };
      for (const [what, inspect] of Object.entries(inspects)) {
        verify.that((inspect.Mounts?.length ?? 0) > 0, `Mounts of the container ${what}`, 'not empty', inspect.Mounts);
        const not = ['/HostConfig/**'];
        verify.conforms('container-inspect', inspect, `the inspect output of the container ${what}`, { not });
      }
    },
  }),
  claim({
    id: 'volume.mounts.list-schema',
    level: 'implied',
    lines: [[277, 289]],
    statement: 'The list of containers has the shape of API v1.23 for one that has mounts.',
    changes: [NULLS_OF_3, PODMAN_LIST_HOST_CONFIG],
    fault: 'the engine leaves the mounts out of the list, or shows them there in another shape',
    faults: [
      { what: 'the list has no mounts', plant: answers(LIST, set('*.Mounts', [])), expect: /Mounts in the list/ },
      {
        what: 'mounts have no destination there',
        plant: answers(LIST, drop('*.Mounts.*.Destination')),
        expect: /\/Destination: .* absent/,
      },
    ],
    async body({ engine, use, verify }) {
      const { inspect } = await use(allMounts);
      const list = await engine.containers({ id: [inspect.Id ?? ''] });
      verify.that((list[0]?.Mounts?.length ?? 0) > 0, 'Mounts in the list', 'not empty', list[0]?.Mounts);
      verify.conforms('container-list', list, 'the list');
    },
  }),
];
