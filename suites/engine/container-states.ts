import { claim } from '../../helpers/claims/claim';
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
