import { claim } from '../../helpers/claims/claim';
import { disconnected } from './fixtures/disconnected';

export default claim({
  id: 'network.default.disconnect-twice-refused',
  level: 'implied',
  lines: [[102, 102]],
  statement: 'Disconnecting a container that is not on the network any more is refused, and changes nothing.',
  fault: 'the engine answers a second disconnect as if it had done something',
  async body({ use, verify }) {
    const { answer, again } = await use(disconnected);
    verify.accepted(answer, 'the first disconnect');
    verify.refused(again.answer, { status: [500, 403, 404, 409] }, 'the second disconnect');
    verify.equal(again.inspect.NetworkSettings?.Networks, {}, 'the networks of the container afterwards');
    verify.equal(again.inspect.State?.Running, true, 'whether the container runs afterwards');
  },
});
