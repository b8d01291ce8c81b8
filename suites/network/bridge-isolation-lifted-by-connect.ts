import { claim } from '../../helpers/claims/claim';
import { succeeded, UnexpectedAnswer } from '../../helpers/engine/answer';
import { nth, prints, swallows } from '../../helpers/faults/vocabulary';
import { endpointOf } from './endpoint';
import { pingAnswered } from './faults';
import { connectedAgain } from './fixtures/disconnected';
import { otherBridge } from './fixtures/other-bridge';
import { reached, verifyReached, verifyUnreached } from './reach';

export default claim({
  id: 'network.bridge.isolation-lifted-by-connect',
  level: 'implied',
  lines: [[162, 162]],
  statement:
    'A container reaches what is on a second network while it is connected to that one: not before, and no longer once ' +
    'it is disconnected.',
  waits: true,
  fault: 'connect does not lift the isolation of the networks, or disconnect does not bring it back',
  faults: [
    {
      what: 'connect is answered as done',
      plant: nth(2, swallows('POST /networks/*/connect', 200)),
      expect: /reached while connected/,
    },
    {
      what: 'disconnect is answered as done',
      plant: nth(3, swallows('POST /networks/*/disconnect', 200)),
      expect: /reached afterwards/,
    },
    { what: 'nothing is isolated', plant: prints(/ping/, pingAnswered), expect: /reached before/ },
  ],
  async body(tools) {
    const { engine, use, verify } = tools;
    const target = await use(otherBridge);
    const { IPAddress } = await endpointOf(tools, target.container, target.network.name);
    const { container, answer } = await use(connectedAgain);
    if (!succeeded(answer)) throw new UnexpectedAnswer(answer);
    const look = () => reached(engine, container, IPAddress);
    await verifyUnreached(verify, 'what is reached before', look);
    verify.accepted(await engine.connect(target.network, container), 'connecting');
    await verifyReached(verify, 'what is reached while connected', look);
    verify.accepted(await engine.disconnect(target.network, container), 'disconnecting');
    await verifyUnreached(verify, 'what is reached afterwards', look);
  },
});
