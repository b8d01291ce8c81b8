/** Where a container cannot be connected, or disconnected. */
import { claim } from '../../helpers/claims/claim';
import { accepts, alsoDoes, answers, nth, refuses, sent, set, since } from '../../helpers/faults/vocabulary';
import { endpointOf } from './endpoint';
import { homeOf, nobodyNear } from './faults';
import { emptyBridge } from './fixtures/empty-bridge';
import { userBridge } from './fixtures/user-bridge';
import { connected } from './fixtures-members';
import { CONNECTS_MODES } from './podman-3';

export default [
  claim({
    id: 'network.connect.repeated-refused',
    level: 'implied',
    lines: [[163, 165]],
    statement: 'Connecting a container once more to a network that it is on is refused; its endpoint stays as it is.',
    fault: 'the engine gives the container a second endpoint, or a new address',
    faults: [
      {
        what: 'it is answered as done',
        plant: nth(3, accepts('POST /networks/*/connect', 200)),
        expect: /connecting once more: expected refused/,
      },
      {
        what: 'the container gets a new endpoint',
        plant: nth(
          3,
          alsoDoes('POST /networks/*/connect', 'before', (asked) => [
            {
              method: 'POST',
              path: asked.path.replace('connect', 'disconnect'),
              body: { Container: sent(asked, 'Container') },
            },
          ]),
        ),
        expect: /connecting once more: expected refused/,
      },
      {
        what: 'another address is shown',
        plant: since(2, answers('GET /containers/*/json', set('NetworkSettings.Networks.*.IPAddress', nobodyNear))),
        expect: /the endpoint afterwards/,
      },
    ],
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
    faults: [
      {
        what: 'it is answered as done',
        plant: nth(1, accepts('POST /networks/*/disconnect', 200)),
        expect: /from a network it is not on: expected refused/,
      },
      {
        what: 'the container is taken off its own network',
        plant: nth(
          1,
          alsoDoes('POST /networks/*/disconnect', 'after', async (asked, look) => [
            {
              method: 'POST',
              path: `/networks/${await homeOf(asked, look)}/disconnect`,
              body: { Container: sent(asked, 'Container') },
            },
          ]),
        ),
        expect: /Networks afterwards/,
      },
      {
        what: 'its own network cannot be left',
        plant: nth(2, refuses('POST /networks/*/disconnect', 500)),
        expect: /from the one that it is on/,
      },
    ],
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
      changes: [CONNECTS_MODES],
      fault:
        mode === 'host'
          ? "the engine puts an interface of the network among the host's own"
          : 'the engine gives a container that was to be alone a way out',
      faults: [
        {
          what: 'it is answered as done',
          plant: nth(1, accepts('POST /networks/*/connect', 200)),
          expect: /connecting a container of \w+: expected refused/,
        },
        {
          what: 'no container can be connected',
          plant: nth(2, refuses('POST /networks/*/connect', 403)),
          expect: /connecting a container of the default bridge/,
        },
      ],
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
