import { claim } from '../../helpers/claims/claim';
import { answers, set, swallows } from '../../helpers/faults/vocabulary';
import { life, type State } from './fixtures/life';

export default claim({
  id: 'engine.container.states',
  level: 'implied',
  lines: [
    [59, 59],
    [318, 318],
  ],
  statement: 'Inspect follows a container through created, running, paused, running and exited, and its flags agree.',
  waits: true,
  fault: 'the engine shows a state that the container is not in, or flags that contradict it',
  faults: [
    {
      what: 'a paused container is not shown as such',
      plant: answers('GET /containers/*/json', set('State.Paused', false)),
      expect: /State when paused/,
    },
    { what: 'nothing is paused', plant: swallows('POST /containers/*/pause', 204), expect: /State when paused/ },
    {
      what: 'no process is shown',
      plant: answers('GET /containers/*/json', set('State.Pid', 0)),
      expect: /State when running/,
    },
    {
      what: 'what has ended is shown as running',
      plant: answers('GET /containers/*/json', set('State.Running', true)),
      expect: /State when created/,
    },
  ],
  async body({ use, verify }) {
    const { created, started, paused, unpaused, killed } = await use(life);
    const shown = (status: string, running: boolean, isPaused: boolean, seen: State) =>
      verify.equal(seen, { status, running, paused: isPaused, hasPid: running }, `State when ${status}`);
    shown('created', false, false, created.state);
    verify.accepted(started.answer, 'start', 204);
    shown('running', true, false, started.state);
    verify.accepted(paused.answer, 'pause', 204);
    shown('paused', true, true, paused.state);
    verify.accepted(unpaused.answer, 'unpause', 204);
    shown('running', true, false, unpaused.state);
    verify.accepted(killed.answer, 'kill', 204);
    shown('exited', false, false, killed.state);
  },
});
