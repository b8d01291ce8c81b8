import { claim } from '../../helpers/claims/claim';
import { accepts, alsoDoes, nth, sent } from '../../helpers/faults/vocabulary';
import { disconnected } from './fixtures/disconnected';

export default claim({
  id: 'network.default.disconnect-twice-refused',
  level: 'implied',
  lines: [[102, 102]],
  statement: 'Disconnecting a container that is not on the network any more is refused, and changes nothing.',
  fault: 'the engine answers a second disconnect as if it had done something',
  faults: [
    {
      what: 'the second is answered as done',
      plant: nth(2, accepts('POST /networks/*/disconnect', 200)),
      expect: /the second disconnect: expected refused/,
    },
    {
      what: 'the second stops the container',
      plant: nth(
        2,
        alsoDoes('POST /networks/*/disconnect', 'after', (asked) => [
          { method: 'POST', path: `/containers/${sent(asked, 'Container')}/kill` },
        ]),
      ),
      expect: /whether the container runs/,
    },
    {
      what: 'the second connects it again',
      plant: nth(
        2,
        alsoDoes('POST /networks/*/disconnect', 'after', (asked) => [
          { method: 'POST', path: '/networks/bridge/connect', body: { Container: sent(asked, 'Container') } },
        ]),
      ),
      expect: /the networks of the container afterwards/,
    },
  ],
  async body({ use, verify }) {
    const { answer, again } = await use(disconnected);
    verify.accepted(answer, 'the first disconnect');
    verify.refused(again.answer, { status: [500, 403, 404, 409] }, 'the second disconnect');
    verify.equal(again.inspect.NetworkSettings?.Networks, {}, 'the networks of the container afterwards');
    verify.equal(again.inspect.State?.Running, true, 'whether the container runs afterwards');
  },
});
