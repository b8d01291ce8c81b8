/** The shapes of what the engine says of a command in a container, and of what happens to one. */
import { claim } from '../../helpers/claims/claim';
import { ERROR_AS_EVENT } from '../../helpers/drift/known/podman-3';
import { objectOf } from '../../helpers/engine/engine';
import { answers, changesEvents, drop, isObject, type Json, set } from '../../helpers/faults/vocabulary';
import { life } from './fixtures/life';
import { running } from './fixtures/running';

/** One goes on while it is looked at, until its container is removed; the other has ended when its output has. */
const GOES_ON = { Cmd: ['sleep', '600'], AttachStdout: true, AttachStderr: true };
const ENDS = { ...GOES_ON, Cmd: ['true'] };

/** A change of what is told of a command that runs, or that does not. */
function whenRunning(running: boolean, change: (document: Json) => Json): (document: Json) => Json {
  return (document) => (isObject(document) && document.Running === running ? change(document) : document);
}

export default [
  claim({
    id: 'engine.exec.inspect-schema',
    level: 'implied',
    lines: [[176, 199]],
    statement:
      'What the engine says of a command in a container, before it runs, while it runs and when it has ended, has ' +
      'the shape of API v1.23.',
    fault: 'the engine leaves out the exit status of a command that runs, or its arguments when it has ended',
    faults: [
      {
        what: 'no exit status is told of a command that runs',
        plant: answers('GET /exec/*/json', whenRunning(true, drop('ExitCode'))),
        expect: /while it runs: .*\/ExitCode: .* absent/,
      },
      {
        what: 'the command has no arguments when it has ended',
        plant: answers('GET /exec/*/json', whenRunning(false, drop('ProcessConfig.arguments'))),
        expect: /\/ProcessConfig\/arguments: .* absent/,
      },
      {
        what: 'a command that runs is shown as ended',
        plant: answers('GET /exec/*/json', set('Running', false)),
        expect: /Running while it runs/,
      },
      {
        what: 'a command has a short id',
        plant: answers('GET /exec/*/json', set('ID', 'c0ffee')),
        expect: /\/ID: expected 64/,
      },
    ],
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
    changes: [ERROR_AS_EVENT],
    fault: 'an event has no actor, no attributes or no time',
    faults: [
      {
        what: 'events have no attributes',
        plant: changesEvents((event) => ({
          ...event,
          Actor: { ID: isObject(event.Actor) ? (event.Actor.ID ?? '') : '' },
        })),
        expect: /\/Actor\/Attributes: .* absent/,
      },
      {
        what: 'times are told as text',
        plant: changesEvents((event) => ({ ...event, time: String(event.time) })),
        expect: /\/time: expected an integer/,
      },
    ],
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
