/** The shapes of what the engine says of itself, of an image, of a command and of what happens. */
import { claim } from '../../helpers/claims/claim';
import { NO_CLUSTER_STORE, NO_EXECUTION_DRIVER } from '../../helpers/drift/known/docker-engine';
import { NO_CONTAINER_OF_IMAGE, NO_VIRTUAL_SIZE } from '../../helpers/drift/known/docker-images';
import { PODMAN_INFO } from '../../helpers/drift/known/podman-engine';
import { PODMAN_IMAGE_CONFIG, PODMAN_NO_VIRTUAL_SIZE } from '../../helpers/drift/known/podman-networks-images';
import { objectOf } from '../../helpers/engine/engine';
import { life } from './fixtures/life';
import { running } from './fixtures/running';

/** One goes on while it is looked at, until its container is removed; the other has ended when its output has. */
const GOES_ON = { Cmd: ['sleep', '600'], AttachStdout: true, AttachStderr: true };
const ENDS = { ...GOES_ON, Cmd: ['true'] };

export default [
  claim({
    id: 'engine.version.schema',
    level: 'implied',
    lines: [[34, 40]],
    statement: '`/version` has the shape of API v1.23.',
    fault: 'a field of v1.23 is missing from /version, or has another type',
    async body({ engine, verify }) {
      verify.conforms('version', await engine.version(), '/version');
    },
  }),
  claim({
    id: 'engine.info.schema',
    level: 'implied',
    lines: [[5, 9]],
    statement: '`/info` has the shape of API v1.23.',
    changes: [NO_CLUSTER_STORE, NO_EXECUTION_DRIVER, PODMAN_INFO],
    fault: 'a field of v1.23 is missing from /info, or has another type',
    async body({ engine, verify }) {
      verify.conforms('info', await engine.info(), '/info');
    },
  }),
  claim({
    id: 'engine.image.inspect-schema',
    level: 'implied',
    lines: [[609, 612]],
    statement: 'The inspect output of an image has the shape of API v1.23.',
    changes: [NO_CONTAINER_OF_IMAGE, NO_VIRTUAL_SIZE, PODMAN_IMAGE_CONFIG],
    fault: 'the engine leaves out a field of an image that has no parent or no configuration',
    async body({ engine, image, verify }) {
      verify.conforms('image-inspect', await engine.imageInspect(image), 'the inspect output of an image');
    },
  }),
  claim({
    id: 'engine.image.list-schema',
    level: 'implied',
    lines: [[609, 612]],
    statement: 'The list of images has the shape of API v1.23, and shows the image that containers were made of.',
    changes: [NO_VIRTUAL_SIZE, PODMAN_NO_VIRTUAL_SIZE],
    fault: 'the engine leaves out a field of an image, or the image itself',
    async body({ engine, image, verify }) {
      const [{ Id }, list] = await Promise.all([
        engine.imageInspect(image),
        engine.document<{ Id?: string }[]>('/images/json'),
      ]);
      const ids = list.map((each) => each.Id);
      verify.contains(ids, Id, 'the ids in the list');
      verify.conforms('image-list', list, 'the list of images');
    },
  }),
  claim({
    id: 'engine.exec.inspect-schema',
    level: 'implied',
    lines: [[176, 199]],
    statement:
      'What the engine says of a command in a container, before it runs, while it runs and when it has ended, has ' +
      'the shape of API v1.23.',
    fault: 'the engine leaves out the exit status of a command that runs, or its arguments when it has ended',
    async body({ engine, use, verify }) {
      const container = await use(running);
      const create = async (body: Readonly<Record<string, unknown>>) => {
        const answer = await engine.post(`/containers/${container.id}/exec`, { body });
        verify.conforms('exec-create', answer.json, 'the answer to its creation');
        return `/exec/${objectOf(answer).Id}`;
      };
      const inspect = async (exec: string, Running: boolean, when: string) => {
        const seen = await engine.document<{ Running?: boolean }>(`${exec}/json`);
        verify.equal(seen.Running, Running, `Running ${when}`);
        verify.conforms('exec-inspect', seen, when);
      };
      const [goesOn, ends] = [await create(GOES_ON), await create(ENDS)];
      await inspect(goesOn, false, 'before it runs');
      verify.accepted(await engine.post(`${goesOn}/start`, { body: { Detach: true, Tty: false } }), 'a start');
      await inspect(goesOn, true, 'while it runs');
      verify.accepted(await engine.post(`${ends}/start`, { body: { Detach: false, Tty: false } }), 'another start');
      await inspect(ends, false, 'when it has ended');
    },
  }),
  claim({
    id: 'engine.events.schema',
    level: 'implied',
    lines: [
      [59, 59],
      [329, 333],
    ],
    statement: 'The events of a container, from its creation to its end, have the shape of API v1.23.',
    fault: 'an event has no actor, no attributes or no time',
    async body({ use, verify }) {
      const events = await (await use(life)).events();
      const actions = events.map(({ Action }) => Action);
      for (const action of ['create', 'start', 'pause', 'unpause', 'die']) {
        verify.contains(actions, action, 'the events of the container');
      }
      for (const event of events) verify.conforms('event', event, `the event ${event.Action}`);
    },
  }),
];
