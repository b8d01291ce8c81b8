/** Asked for what already is, the engine says so and changes nothing. */
import { claim } from '../../helpers/claims/claim';
import { ON_HOST } from './fixtures';

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
    async body({ engine, make, verify }) {
      const container = await make.container(ON_HOST);
      const before = (await engine.inspect(container)).State;
      verify.accepted(await engine.start(container), 'the second start', 304);
      const after = (await engine.inspect(container)).State;
      verify.equal(after?.Running, true, 'State.Running');
      verify.equal(after?.Pid, verify.present(before?.Pid, 'State.Pid'), 'State.Pid after the second start');
      verify.equal(after?.StartedAt, before?.StartedAt, 'State.StartedAt after the second start');
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
    fault: 'the engine answers an error to a stop that comes late, or writes a new time of end',
    async body({ engine, make, verify }) {
      const container = await make.container(ON_HOST);
      verify.accepted(await engine.stop(container), 'the first stop', 204);
      const before = (await engine.inspect(container)).State;
      verify.equal(before?.Running, false, 'State.Running');
      verify.accepted(await engine.stop(container), 'the second stop', 304);
      const after = (await engine.inspect(container)).State;
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
    async body({ engine, make, verify }) {
      const container = await make.container(ON_HOST);
      const before = await engine.inspect(container);
      const restarted = await engine.post(`/containers/${container.id}/restart`, { query: { t: 5 } });
      verify.accepted(restarted, 'the restart', 204);
      const after = await engine.inspect(container);
      verify.equal(after.Id, container.id, 'Id');
      verify.equal(after.Created, before.Created, 'Created');
      verify.equal(after.State?.Running, true, 'State.Running');
      verify.differs(after.State?.StartedAt, before.State?.StartedAt, 'State.StartedAt after the restart');
      verify.differs(after.State?.Pid, before.State?.Pid, 'State.Pid after the restart');
    },
  }),
];
