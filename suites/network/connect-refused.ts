/** Where a container cannot be connected, or disconnected. */
import { claim } from '../../helpers/claims/claim';
import { endpointOf } from './endpoint';
import { emptyBridge } from './fixtures/empty-bridge';
import { userBridge } from './fixtures/user-bridge';
import { connected } from './fixtures-members';

export default [
  claim({
    id: 'network.connect.repeated-refused',
    level: 'implied',
    lines: [[163, 165]],
    statement: 'Connecting a container once more to a network that it is on is refused; its endpoint stays as it is.',
    fault: 'the engine gives the container a second endpoint, or a new address',
    async body(tools) {
      const { container, home, atHome, answers } = await tools.use(connected);
      tools.verify.refused(answers.onceMore, { status: [403, 500, 409] }, 'connecting once more');
      tools.verify.equal(await endpointOf(tools, container, home.network.name), atHome, 'the endpoint afterwards');
    },
  }),
  claim({
    id: 'network.disconnect.not-attached-refused',
    level: 'implied',
    lines: [[103, 103]],
    statement: 'Disconnecting a container from a network that it is not on is refused, and it keeps its own.',
    fault: 'the engine answers success, or takes the container off the network that it is on',
    async body({ engine, make, use, verify }) {
      const [{ network }, other] = await Promise.all([use(userBridge), use(emptyBridge)]);
      const container = await make.created({ network: network.name });
      const refused = await engine.disconnect(other, container);
      verify.refused(refused, { status: [500, 404, 403, 409] }, 'disconnecting from a network it is not on');
      const { NetworkSettings } = await engine.inspect(container);
      verify.equal(Object.keys(NetworkSettings?.Networks ?? {}), [network.name], 'Networks afterwards');
      verify.accepted(await engine.disconnect(network, container), 'disconnecting from the one that it is on');
    },
  }),
  ...(['host', 'none'] as const).map((mode) =>
    claim({
      id: `network.${mode}.connect-refused`,
      level: 'implied',
      lines: [[52, 54]],
      statement: `A container of the network \`${mode}\` cannot be connected to another network besides.`,
      fault:
        mode === 'host'
          ? "the engine puts an interface of the network among the host's own"
          : 'the engine gives a container that was to be alone a way out',
      async body({ engine, make, use, verify }) {
        const { network } = await use(userBridge);
        const [container, free] = await Promise.all([make.created({ network: mode }), make.created()]);
        const refused = await engine.connect(network, container);
        verify.refused(refused, { status: [400, 403, 500] }, `connecting a container of ${mode}`);
        const { NetworkSettings } = await engine.inspect(container);
        verify.excludes(Object.keys(NetworkSettings?.Networks ?? {}), network.name, 'Networks afterwards');
        verify.accepted(await engine.connect(network, free), 'connecting a container of the default bridge');
      },
    }),
  ),
];
