import { claim } from '../../helpers/claims/claim';
import { parseRoutes, routes } from '../../helpers/probe/commands';
import { endpointOf } from './endpoint';
import { PROBING } from './fixtures/probing';
import { userBridge } from './fixtures/user-bridge';
import { answersPing, REACHED, reached } from './reach';

export default claim({
  id: 'network.bridge.internal-has-no-way-out',
  level: 'implied',
  lines: [
    [80, 80],
    [135, 135],
  ],
  statement: 'Containers of an internal network reach each other and nothing beyond their network.',
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
    await verify.eventually(
      'what is reached of the peer',
      () => reached(engine, container, IPAddress),
      (seen) => seen.icmp && seen.tcp,
      { withinMs: 5_000, expected: JSON.stringify(REACHED) },
    );
    // Beyond the network the next place is the host: a container that has a way out reaches it at any of its addresses.
    const free = await use(userBridge);
    const { Gateway = '' } = await endpointOf(tools, free.first, free.network.name);
    verify.equal(await answersPing(engine, free.first, Gateway), true, 'whether the host answers on another network');
    verify.equal(await answersPing(engine, container, Gateway), false, 'whether the host answers on the internal one');
    const { stdout } = await engine.exec(container, routes());
    const destinations = parseRoutes(stdout).map((route) => route.destination);
    verify.equal(destinations, [network.subnet], 'the routes of the container');
  },
});
