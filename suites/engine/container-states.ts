import { claim } from '../../helpers/claims/claim';
import { canonical } from '../../helpers/verdict/canonical';
import { ON_HOST } from './fixtures';

export default claim({
  id: 'engine.container.states',
  level: 'implied',
  lines: [
    [59, 59],
    [318, 318],
  ],
  statement: 'Inspect follows a container through created, running, paused, running and exited, and its flags agree.',
  fault: 'the engine shows a state that the container is not in, or flags that contradict it',
  async body({ engine, make, verify }) {
    const container = await make.created(ON_HOST);
    const expectState = async (status: string, running: boolean, paused: boolean) => {
      const expected = { status, running, paused, hasPid: running };
      const look = async () => {
        const { State } = await engine.inspect(container);
        return { status: State?.Status, running: State?.Running, paused: State?.Paused, hasPid: (State?.Pid ?? 0) > 0 };
      };
      // Docker 20.10 hears late of its own pause, and for some milliseconds shows it again when it is over (measured).
      await verify.eventually(`State when ${status}`, look, (seen) => canonical(seen) === canonical(expected), {
        withinMs: 3_000,
        expected: canonical(expected),
      });
    };
    await expectState('created', false, false);
    verify.accepted(await engine.start(container), 'start', 204);
    await expectState('running', true, false);
    verify.accepted(await engine.post(`/containers/${container.id}/pause`), 'pause', 204);
    await expectState('paused', true, true);
    verify.accepted(await engine.post(`/containers/${container.id}/unpause`), 'unpause', 204);
    await expectState('running', true, false);
    verify.accepted(await engine.stop(container), 'stop', 204);
    await expectState('exited', false, false);
  },
});
