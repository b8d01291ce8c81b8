/** Commands run in a running container, as the document does with `docker exec`. */
import { claim } from '../../helpers/claims/claim';
import { objectOf } from '../../helpers/engine/engine';
import {
  accepts,
  alsoDoes,
  exits,
  madeUpId,
  nth,
  prints,
  printsBoth,
  refuses,
  refusesWith,
  since,
} from '../../helpers/faults/vocabulary';
import { life } from './fixtures/life';
import { running } from './fixtures/running';

const TRUE = { Cmd: ['true'], AttachStdout: true, AttachStderr: true };

export default [
  claim({
    id: 'engine.exec.exit-code',
    level: 'implied',
    lines: [[176, 199]],
    statement: 'The exit status of a command run in a container is shown when it has ended.',
    fault: 'the engine reports 0 of a command that failed, so that no check made by exec can fail',
    faults: [
      { what: 'a command that failed is shown with 0', plant: exits(/exit 7/, 0), expect: /ExitCode of `exit 7`/ },
      { what: 'a command that succeeded is shown with 1', plant: exits(/^true$/, 1), expect: /ExitCode of `true`/ },
    ],
    async body({ engine, verify, use }) {
      const container = await use(running);
      const [good, bad] = await Promise.all([
        engine.exec(container, ['true']),
        engine.exec(container, ['sh', '-c', 'exit 7']),
      ]);
      verify.equal(good.exitCode, 0, 'ExitCode of `true`');
      verify.equal(bad.exitCode, 7, 'ExitCode of `exit 7`');
    },
  }),
  claim({
    id: 'engine.exec.output-apart',
    level: 'implied',
    lines: [[176, 199]],
    statement: 'What a command run in a container writes to its two outputs arrives whole and apart.',
    fault: 'the engine mixes the outputs, or loses what was written just before the end',
    faults: [
      {
        what: 'what was written just before the end is lost',
        plant: prints(/seq/, (written) => written.slice(0, -3)),
        expect: /the standard output/,
      },
      {
        what: 'both outputs come as one',
        plant: printsBoth(/seq/, ({ stdout, stderr }) => ({ stdout: stdout + stderr, stderr: '' })),
        expect: /the standard output/,
      },
      {
        what: 'the errors are lost',
        plant: printsBoth(/seq/, ({ stdout }) => ({ stdout, stderr: '' })),
        expect: /the standard error/,
      },
    ],
    async body({ engine, verify, use }) {
      const container = await use(running);
      const script = 'seq 1 500; echo problem >&2; printf end';
      const { stdout, stderr } = await engine.exec(container, ['sh', '-c', script]);
      const expected = `${Array.from({ length: 500 }, (_, index) => `${index + 1}\n`).join('')}end`;
      const observed = `${stdout.length} bytes that end in ${JSON.stringify(stdout.slice(-20))}`;
      verify.that(stdout === expected, 'the standard output', 'the numbers 1 to 500, and end', observed);
      verify.equal(stderr, 'problem\n', 'the standard error');
    },
  }),
  claim({
    id: 'engine.exec.second-start-refused',
    level: 'implied',
    lines: [[176, 199]],
    statement: 'A command that has ended is not run again under its id: refused with 409.',
    changes: [
      {
        vendor: 'podman',
        engine: '>=3.0.1',
        why: 'It answers 500.',
        reference: 'measured on 3.0.1, 4.3.1, 5.4.2 and 5.8.6',
      },
    ],
    fault: 'the engine runs a command twice that was to run once',
    faults: [
      {
        what: 'the second start is answered as done',
        plant: nth(2, accepts('POST /exec/*/start', 200)),
        expect: /the second start: expected refused/,
      },
      { what: 'the refusal has another status', plant: refusesWith('POST /exec/*/start', 500), expect: /status/ },
    ],
    async body({ engine, verify, use }) {
      const container = await use(running);
      const id = objectOf(await engine.post(`/containers/${container.id}/exec`, { body: TRUE })).Id;
      const first = await engine.post(`/exec/${id}/start`, { body: { Detach: false, Tty: false } });
      verify.accepted(first, 'the first start', 200);
      const second = await engine.post(`/exec/${id}/start`, { body: { Detach: true, Tty: false } });
      verify.refused(second, { status: [409] }, 'the second start');
    },
  }),
  claim({
    id: 'engine.exec.paused-refused',
    level: 'implied',
    lines: [[176, 176]],
    statement: 'No command is run in a paused container: refused with 409; it is again when the pause is over.',
    fault: 'the engine takes the command and hangs, or runs it in a container that is to stand still',
    faults: [
      {
        what: 'the command is taken',
        plant: nth(
          2,
          accepts('POST /containers/*/exec', 201, () => ({ Id: madeUpId() })),
        ),
        expect: /exec while it is paused: expected refused/,
      },
      {
        what: 'the refusal has another status',
        plant: refusesWith('POST /containers/*/exec', 500),
        expect: /exec while it is paused: status/,
      },
      {
        what: 'no command is taken after the pause',
        plant: since(3, refuses('POST /containers/*/exec', 409, 'paused')),
        expect: /after the pause/,
      },
    ],
    async body({ use, verify }) {
      const { paused, unpaused } = await use(life);
      verify.accepted(paused.answer, 'pause', 204);
      verify.refused(paused.exec, { status: [409], message: /paused/i }, 'exec while it is paused');
      verify.accepted(unpaused.answer, 'unpause', 204);
      verify.equal(unpaused.exec.last, 200, 'status of a command that is run after the pause');
    },
  }),
  claim({
    id: 'engine.exec.stopped-refused',
    level: 'implied',
    lines: [[176, 176]],
    statement: 'No command is run in a container that does not run: refused, and the container is not started by it.',
    fault: 'the engine takes the command, or starts the container to run it',
    faults: [
      {
        what: 'the command is taken',
        plant: nth(
          1,
          accepts('POST /containers/*/exec', 201, () => ({ Id: madeUpId() })),
        ),
        expect: /exec before it runs: expected refused/,
      },
      {
        what: 'the container is started to run it',
        plant: nth(
          1,
          alsoDoes('POST /containers/*/exec', 'before', ({ path }) => [
            { method: 'POST', path: path.replace('exec', 'start') },
          ]),
        ),
        expect: /exec before it runs: expected refused/,
      },
      {
        what: 'it is refused, and the container started',
        plant: nth(
          1,
          alsoDoes('POST /containers/*/exec', 'after', ({ path }) => [
            { method: 'POST', path: path.replace('exec', 'start') },
          ]),
        ),
        expect: /State.Running after it/,
      },
    ],
    async body({ use, verify }) {
      const { created, started, unpaused } = await use(life);
      verify.refused(created.exec, { status: [409, 500], message: /running/i }, 'exec before it runs');
      verify.equal(created.after.State?.Running, false, 'State.Running after it');
      verify.accepted(started.answer, 'start', 204);
      verify.equal(unpaused.exec.last, 200, 'status of a command that is run once it runs');
    },
  }),
];
