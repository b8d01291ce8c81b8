/** Names that a container has on one network only. */
import { claim } from '../../helpers/claims/claim';
import { drop, mishears, resolvesAll } from '../../helpers/faults/vocabulary';
import { attemptRun } from './attempt';
import { endpointOf } from './endpoint';
import { onDefaultBridge } from './fixtures/default-bridge';
import { connected } from './fixtures-members';
import { lookUp } from './names';
import { JOINED_BY_NAME_ALONE } from './podman-3';

export default [
  claim({
    id: 'network.connect.alias-of-one-network',
    level: 'implied',
    lines: [[147, 165]],
    statement: 'An alias that is given with connect resolves on that network and on no other of the container.',
    changes: [JOINED_BY_NAME_ALONE],
    waits: true,
    fault: 'the engine passes over the alias, or lets it resolve on all networks of the container',
    faults: [
      {
        what: 'the alias is passed over',
        plant: mishears('POST /networks/*/connect', drop('EndpointConfig.Aliases')),
        expect: /Aliases of the endpoint/,
      },
      { what: 'the alias resolves on all networks', plant: resolvesAll(), expect: /of the alias on the other network/ },
    ],
    async body(tools) {
      const { engine, use, verify } = tools;
      const { container, home, other, alias, answers } = await use(connected);
      verify.accepted(answers.withAlias, 'connect with an alias');
      const { IPAddress, Aliases } = await endpointOf(tools, container, other.network.name);
      verify.contains(Aliases, alias, 'Aliases of the endpoint');
      const resolved = await verify.eventually(
        'what the alias resolves to on its network',
        async () => (await lookUp(engine, other.container, [alias]))[0],
        (result) => result?.outcome === 'found',
        { withinMs: 5_000, expected: IPAddress },
      );
      verify.equal(resolved.value?.addresses, [IPAddress], 'the addresses of the alias on its network');
      const { value } = await verify.eventually(
        "the container's own name on its other network, asked for together with the alias",
        () => lookUp(engine, home.second, [container.name, alias]),
        ([own]) => own?.outcome === 'found',
        { withinMs: 5_000, expected: 'found' },
      );
      verify.equal(value[1]?.addresses, [], 'the addresses of the alias on the other network');
    },
  }),
  claim({
    id: 'network.default.alias-refused',
    level: 'implied',
    lines: [[56, 59]],
    statement: 'An alias is refused on the default bridge, since only user-defined networks have them.',
    changes: [
      {
        vendor: 'podman',
        engine: '>=3.0.1',
        why: 'Its default network is named podman, and it finds none named bridge.',
        reference: 'measured on 3.0.1, 4.3.1, 5.4.2 and 5.8.6',
      },
    ],
    fault: 'the engine takes an alias that nobody will ever resolve',
    faults: [
      {
        what: 'the alias is passed over',
        plant: mishears('POST /containers/create', drop('NetworkingConfig.EndpointsConfig.*.Aliases')),
        expect: /expected refused/,
      },
    ],
    async body(tools) {
      // A container that was given none runs there.
      await endpointOf(tools, await tools.use(onDefaultBridge), 'bridge');
      const { answer } = await attemptRun(tools, { network: 'bridge', endpoint: { Aliases: [tools.make.name()] } });
      tools.verify.refused(answer, { status: [400, 500], message: /alias/i }, 'run with an alias on bridge');
    },
  }),
];
