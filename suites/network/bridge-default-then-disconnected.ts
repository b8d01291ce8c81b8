import { claim } from '../../helpers/claims/claim';
import { alsoDoes, answers, sent, set, swallows } from '../../helpers/faults/vocabulary';
import { disconnected } from './fixtures/disconnected';

export default claim({
  id: 'network.bridge.default-then-disconnected',
  level: 'stated',
  lines: [[152, 161]],
  statement:
    'A container that is disconnected from the only network it was started on runs on, and its Networks is {}.',
  fault: 'Networks still shows bridge, is null, or the container was stopped',
  faults: [
    {
      what: 'nothing is done',
      plant: swallows('POST /networks/*/disconnect', 200),
      expect: /NetworkSettings.Networks/,
    },
    {
      what: 'Networks is null',
      plant: answers(
        'GET /containers/*/json',
        set('NetworkSettings.Networks', (networks) => (JSON.stringify(networks) === '{}' ? null : (networks ?? null))),
      ),
      expect: /NetworkSettings.Networks/,
    },
    {
      what: 'the container is stopped',
      plant: alsoDoes('POST /networks/*/disconnect', 'after', (asked) => [
        { method: 'POST', path: `/containers/${sent(asked, 'Container')}/kill` },
      ]),
      expect: /State.Running/,
    },
  ],
  async body({ use, verify }) {
    const { answer, after } = await use(disconnected);
    verify.accepted(answer, 'disconnecting from bridge');
    verify.equal(after.inspect.NetworkSettings?.Networks, {}, 'NetworkSettings.Networks');
    verify.equal(after.inspect.State?.Running, true, 'State.Running');
  },
});
