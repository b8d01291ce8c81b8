import { claim } from '../../helpers/claims/claim';
import { disconnected } from './fixtures/disconnected';

export default claim({
  id: 'network.default.disconnect-twice-refused',
  level: 'implied',
  lines: [[102, 102]],
  statement: 'Disconnecting a container that is not on the network any more is refused, and changes nothing.',
  fault: 'the engine answers a second disconnect as if it had done something',
  async body({ engine, use, verify }) {
    const { container, answer } = await use(disconnected);
    verify.accepted(answer, 'the first disconnect');
    const second = await engine.disconnect('bridge', container);
    verify.refused(second, { status: [500, 403, 404, 409] }, 'the second disconnect');
    const { NetworkSettings, State } = await engine.inspect(container);
    verify.equal(NetworkSettings?.Networks, {}, 'the networks of the container afterwards');
    verify.equal(State?.Running, true, 'whether the container runs afterwards');
  },
});
