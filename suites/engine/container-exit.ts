/** How a container ended is told to whoever waits, and kept. */
import { claim } from '../../helpers/claims/claim';
import { life } from './fixtures/life';
import { ON_HOST } from './fixtures/running';

export default [
  claim({
    id: 'engine.container.exit-code',
    level: 'implied',
    lines: [[329, 333]],
    statement: 'The exit status of the command is what wait answers and what inspect keeps.',
    fault: 'the engine reports 0, or nothing, of a command that failed',
    async body({ engine, make, verify }) {
      const container = await make.container({ ...ON_HOST, process: ['sh', '-c', 'exit 7'] });
      verify.equal(await engine.wait(container), 7, 'StatusCode of wait');
      await verify.eventually(
        'State in inspect',
        async () => (await engine.inspect(container)).State,
        (state) => state?.Status === 'exited' && state.Running === false && state.ExitCode === 7,
        { withinMs: 5_000, expected: 'exited with 7' },
      );
      verify.equal(await engine.wait(container), 7, 'StatusCode of a wait after the end');
    },
  }),
  claim({
    id: 'engine.container.exit-code-of-kill',
    level: 'implied',
    lines: [[329, 333]],
    statement: 'A container that is killed ends with 137, 128 and the number of the signal.',
    fault: 'the engine reports success of a container that was killed',
    async body({ use, verify }) {
      const { killed } = await use(life);
      verify.accepted(killed.answer, 'kill', 204);
      verify.equal(killed.status, 137, 'StatusCode of wait');
      verify.equal(killed.inspect.State?.ExitCode, 137, 'State.ExitCode');
      verify.equal(killed.inspect.State?.OOMKilled, false, 'State.OOMKilled');
    },
  }),
  claim({
    id: 'engine.container.command-missing-refused',
    level: 'implied',
    lines: [
      [59, 59],
      [144, 144],
    ],
    statement:
      'A container whose command the image does not have fails to start, with a message that names the command.',
    fault: 'the engine answers that it started a container that never ran',
    async body({ engine, make, verify }) {
      const command = `/${make.name()}`;
      const container = await make.created({ ...ON_HOST, process: [command] });
      const started = await engine.start(container);
      verify.refused(started, { status: [400, 404, 500], message: new RegExp(command) }, 'the start');
      const { State } = await engine.inspect(container);
      verify.equal(State?.Running, false, 'State.Running');
    },
  }),
];
