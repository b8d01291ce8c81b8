import { claim } from '../../helpers/claims/claim';
import { disconnected } from './fixtures/disconnected';

export default claim({
  id: 'network.bridge.default-then-disconnected',
  level: 'stated',
  lines: [[152, 161]],
  statement:
    'A container that is disconnected from the only network it was started on runs on, and its Networks is {}.',
  fault: 'Networks still shows bridge, is null, or the container was stopped',
  async body({ use, verify }) {
    const { answer, after } = await use(disconnected);
    verify.accepted(answer, 'disconnecting from bridge');
    verify.equal(after.inspect.NetworkSettings?.Networks, {}, 'NetworkSettings.Networks');
    verify.equal(after.inspect.State?.Running, true, 'State.Running');
  },
});
