/** Asked for what already is, the engine says so and changes nothing. */
import { claim } from '../../helpers/claims/claim';
import {
  alsoDoes,
  answers,
  answersStatus,
  mistakes,
  nth,
  refuses,
  set,
  swallows,
} from '../../helpers/faults/vocabulary';
import { restarted } from '../network/fixtures/restarted';
import { life } from './fixtures/life';

export default [
  claim({
    id: 'engine.container.second-start-unchanged',
    level: 'implied',
    lines: [
      [59, 59],
      [144, 144],
    ],
    statement: 'Starting a container that runs answers 304, and its process goes on undisturbed.',
    fault: 'the engine starts a second process or restarts the first',
    faults: [
      {
        what: 'the second start is answered like the first',
        plant: nth(2, answersStatus('POST /containers/*/start', 204)),
        expect: /the second start/,
      },
      {
        what: 'the second start restarts the process',
        plant: nth(
          2,
          alsoDoes('POST /containers/*/start', 'before', ({ path }) => [
            { method: 'POST', path: path.replace('start', 'restart'), query: 't=1' },
          ]),
        ),
        expect: /State.Pid after the second start/,
      },
    ],
    async body({ use, verify }) {
      const { before, again } = await use(life);
      verify.equal(before.State?.Running, true, 'State.Running before');
      verify.accepted(again.answer, 'the second start', 304);
      const after = again.inspect.State;
      verify.equal(after?.Running, true, 'State.Running');
      verify.equal(after?.Pid, verify.present(before.State?.Pid, 'State.Pid'), 'State.Pid after the second start');
      verify.equal(after?.StartedAt, before.State?.StartedAt, 'State.StartedAt after the second start');
    },
  }),
  claim({
    id: 'engine.container.second-stop-unchanged',
    level: 'implied',
    lines: [
      [59, 59],
      [144, 144],
    ],
    statement: 'Stopping a container that runs answers 204, and once more 304; it has ended once.',
    sharesWith: 'network',
    fault: 'the engine answers an error to a stop that comes late, or writes a new time of end',
    faults: [
      {
        what: 'a stop that comes late is an error',
        plant: nth(2, refuses('POST /containers/*/stop', 500)),
        expect: /the second stop/,
      },
      {
        what: 'the time of the end is always now',
        plant: answers(
          'GET /containers/*/json',
          set('State.FinishedAt', () => new Date().toISOString()),
        ),
        expect: /FinishedAt/,
      },
    ],
    async body({ use, verify }) {
      const { running, stop, container } = await use(restarted);
      verify.present(running.Containers?.[container.id], 'the container while it runs, in network inspect');
      verify.accepted(stop.answer, 'the first stop', 204);
      const before = stop.inspect.State;
      verify.equal(before?.Running, false, 'State.Running');
      verify.accepted(stop.again.answer, 'the second stop', 304);
      const after = stop.again.inspect.State;
      verify.equal(after?.FinishedAt, verify.present(before?.FinishedAt, 'State.FinishedAt'), 'State.FinishedAt later');
    },
  }),
  claim({
    id: 'engine.container.restart',
    level: 'implied',
    lines: [
      [247, 248],
      [418, 418],
    ],
    statement: 'A restarted container is the same one with a new process.',
    fault: 'the engine answers that it restarted and leaves the old process, or none',
    faults: [
      {
        what: 'nothing is done',
        plant: swallows('POST /containers/*/restart', 204),
        expect: /State.StartedAt after the restart/,
      },
      {
        what: 'the process is stopped and no other started',
        plant: mistakes('POST /containers/*/restart', (path) => path.replace('restart', 'stop')),
        expect: /State.Running/,
      },
      {
        what: 'the container is told to be always new',
        plant: answers(
          'GET /containers/*/json',
          set('Created', () => new Date().toISOString()),
        ),
        expect: /Created/,
      },
    ],
    async body({ use, verify }) {
      const { container, before, restarted: again } = await use(life);
      verify.accepted(again.answer, 'the restart', 204);
      const after = again.inspect;
      verify.equal(after.Id, container.id, 'Id');
      verify.equal(after.Created, before.Created, 'Created');
      verify.equal(after.State?.Running, true, 'State.Running');
      verify.differs(after.State?.StartedAt, before.State?.StartedAt, 'State.StartedAt after the restart');
      verify.differs(after.State?.Pid, before.State?.Pid, 'State.Pid after the restart');
    },
  }),
];
