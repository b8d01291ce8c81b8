import { claim } from '../../helpers/claims/claim';
import { disconnected } from './fixtures/disconnected';

export default claim({
  id: 'network.bridge.default-then-disconnected',
  level: 'stated',
  lines: [[152, 161]],
  statement:
    'A container that is disconnected from the only network it was started on runs on, and its Networks is {}.',
  fault: 'Networks still shows bridge, is null, or the container was stopped',
  async body({ engine, use, verify }) {
    const { container, answer } = await use(disconnected);
    verify.accepted(answer, 'disconnecting from bridge');
    const { NetworkSettings, State } = await engine.inspect(container);
    verify.equal(NetworkSettings?.Networks, {}, 'NetworkSettings.Networks');
    verify.equal(State?.Running, true, 'State.Running');
  },
});
