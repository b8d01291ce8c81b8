import { claim } from '../../helpers/claims/claim';
import { routerBeyondHost } from './beyond-host';
import { endpointOf } from './endpoint';
import { PROBING } from './fixtures/probing';
import { userBridge } from './fixtures/user-bridge';
import { reached, UNREACHED_WITHIN_MS, verifyReached } from './reach';

export default claim({
  id: 'network.bridge.internal-has-no-way-out',
  level: 'implied',
  lines: [
    [80, 80],
    [135, 135],
  ],
  statement: 'Containers of an internal network reach each other, and nothing beyond the host.',
  fault: 'the engine passes over Internal, and gives the containers a way out',
  async body(tools) {
    const { engine, make, use, verify } = tools;
    const network = await make.network({ subnet: true, internal: true });
    verify.equal((await engine.network(network)).Internal, true, 'Internal in inspect');
    const options = { network: network.name, hostConfig: PROBING };
    const [container, peer] = await Promise.all([
      make.container(options),
      make.container({ ...options, process: 'serve' }),
    ]);
    const { IPAddress } = await endpointOf(tools, peer, network.name);
    await verifyReached(verify, 'what is reached of the peer', () => reached(engine, container, IPAddress));
    const { first } = await use(userBridge);
    const router = (await routerBeyondHost(engine, first)) ?? (await routerBeyondHost(engine, first));
    if (router === undefined) throw new Error('nothing answers from beyond the host, so that no way out can be told');
    await verify.eventually(
      'what answers the container from beyond the host',
      () => routerBeyondHost(engine, container),
      (answer) => answer === undefined,
      { withinMs: UNREACHED_WITHIN_MS, expected: 'nothing' },
    );
  },
});
