/** How a container ended is told to whoever waits, and kept. */
import { claim } from '../../helpers/claims/claim';
import { accepts, answers, mishearsQuery, nth, refusesSaying, set } from '../../helpers/faults/vocabulary';
import { life } from './fixtures/life';
import { ON_HOST } from './fixtures/running';

export default [
  claim({
    id: 'engine.container.exit-code',
    level: 'implied',
    lines: [[329, 333]],
    statement: 'The exit status of the command is what wait answers and what inspect keeps.',
    fault: 'the engine reports 0, or nothing, of a command that failed',
    faults: [
      {
        what: 'wait answers 0',
        plant: answers('POST /containers/*/wait', set('StatusCode', 0)),
        expect: /StatusCode of wait/,
      },
      {
        what: 'inspect shows 0',
        plant: answers('GET /containers/*/json', set('State.ExitCode', 0)),
        expect: /State in inspect/,
      },
      {
        what: 'the status is forgotten once it was told',
        plant: nth(2, answers('POST /containers/*/wait', set('StatusCode', 0))),
        expect: /after the end/,
      },
    ],
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
    faults: [
      {
        what: 'wait answers 0',
        plant: answers('POST /containers/*/wait', set('StatusCode', 0)),
        expect: /StatusCode of wait/,
      },
      {
        what: 'inspect shows 0',
        plant: answers('GET /containers/*/json', set('State.ExitCode', 0)),
        expect: /State.ExitCode/,
      },
      {
        what: 'the kill is told as want of memory',
        plant: answers('GET /containers/*/json', set('State.OOMKilled', true)),
        expect: /OOMKilled/,
      },
      {
        what: 'another signal is sent',
        plant: mishearsQuery('POST /containers/*/kill', { signal: 'TERM' }),
        expect: /StatusCode of wait/,
      },
    ],
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
    faults: [
      {
        what: 'the start is answered as if it had succeeded',
        plant: accepts('POST /containers/*/start', 204),
        expect: /the start: expected refused/,
      },
      {
        what: 'the container is shown as running',
        plant: answers('GET /containers/*/json', set('State.Running', true)),
        expect: /State.Running/,
      },
      {
        what: 'the message does not name the command',
        plant: refusesSaying('POST /containers/*/start', 'no such file'),
        expect: /message/,
      },
    ],
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
