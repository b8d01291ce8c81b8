/** `--net container:NAME`: a container in the network of another. */
import type { EngineChange } from '../../helpers/claims/changes';
import { claim } from '../../helpers/claims/claim';
import type { ContainerOptions, ContainerRef } from '../../helpers/claims/maker';
import { type ClaimTools, fixture } from '../../helpers/claims/tools';
import { NETWORK_SETTINGS_OF_29 } from '../../helpers/drift/known/docker-containers';
import { BARE_IMAGE_IDS } from '../../helpers/drift/known/podman-3';
import { PODMAN_NETWORK_ID } from '../../helpers/drift/known/podman-containers';
import type { Answer } from '../../helpers/engine/answer';
import { accepts, alsoDoes, answers, drop, mishears, nth, refuses, set, where } from '../../helpers/faults/vocabulary';
import { attemptRun, ranAs } from './attempt';
import { homeOf, isGuest } from './faults';
import { userBridge } from './fixtures/user-bridge';
import { givenSubnet } from './fixtures-subnet';
import { looks } from './looks';

/** Options that belong to the container whose network it is. */
const OF_THE_OTHER: readonly (readonly [what: string, options: ContainerOptions])[] = [
  ['a host name', { config: { Hostname: 'other' } }],
  ['a name server', { hostConfig: { Dns: ['127.0.0.1'] } }],
  ['a published port', { publish: { '8080/tcp': {} } }],
  ['an exposed port', { expose: ['8080/tcp'] }],
];

const podmanPassesOver: EngineChange = {
  vendor: 'podman',
  engine: '>=3.0.1',
  why: 'It takes these options and passes over them.',
  reference: 'measured on 3.0.1, 4.3.1, 5.4.2 and 5.8.6',
};

const onAnother = fixture('container on the network of another', async (tools) => {
  const { second: owner } = await tools.use(userBridge);
  return { owner, attempt: await attemptRun(tools, { network: `container:${owner.id}` }) };
});

export default [
  claim({
    id: 'network.container-mode.shares-stack',
    level: 'implied',
    lines: [[50, 59]],
    statement: 'A container run on the network of another has its interfaces and addresses, and none of its own.',
    fault: 'the engine gives the container a network of its own',
    faults: [
      {
        what: 'it gets a network of its own',
        plant: mishears(
          'POST /containers/create',
          set('HostConfig.NetworkMode', (mode) => String(mode).replace(/^container:.*/, 'bridge')),
        ),
        expect: /the network namespace of the guest/,
      },
      {
        what: 'it is refused',
        plant: where(isGuest, refuses('POST /containers/create', 400)),
        expect: /run on the network of another/,
      },
    ],
    async body(tools) {
      const { engine, verify } = tools;
      const { owner, guest } = await guestOf(tools);
      const [ofOwner, ofGuest] = await Promise.all(
        [owner, guest].map(async (each) => {
          const seen = await looks(engine, each, [
            ['readlink', '/proc/self/ns/net'],
            ['ip', '-o', '-4', 'addr'],
          ]);
          return seen.map(({ stdout }) => stdout.trim());
        }),
      );
      verify.matches(ofOwner?.[0], /^net:/, 'the network namespace of the owner');
      verify.equal(ofGuest?.[0], ofOwner?.[0], 'the network namespace of the guest');
      verify.equal(ofGuest?.[1], ofOwner?.[1], 'the addresses that the guest sees');
    },
  }),
  claim({
    id: 'network.container-mode.inspect-schema',
    level: 'implied',
    lines: [[50, 59]],
    statement:
      'The inspect output of a container on the network of another has the shape of API v1.23, HostConfig apart.',
    changes: [BARE_IMAGE_IDS, NETWORK_SETTINGS_OF_29, { ...PODMAN_NETWORK_ID, engine: '>=4.3.1 <5.0.0' }],
    fault: 'the engine leaves out the network settings of a container that has none of its own',
    faults: [
      {
        what: 'it leaves them out',
        plant: answers('GET /containers/*/json', drop('NetworkSettings')),
        expect: /\/NetworkSettings: .* absent/,
      },
    ],
    async body(tools) {
      const { guest } = await guestOf(tools);
      const inspect = await tools.engine.inspect(guest);
      tools.verify.conforms('container-inspect', inspect, 'the inspect output', { not: ['/HostConfig/**'] });
    },
  }),
  claim({
    id: 'network.container-mode.conflicts-refused',
    level: 'implied',
    lines: [[50, 59]],
    statement: 'On the network of another a container can have no host name, name server or ports of its own.',
    changes: [podmanPassesOver],
    fault: 'the engine takes an option that cannot have an effect, without a word',
    faults: [
      {
        what: 'a host name is passed over',
        plant: mishears('POST /containers/create', drop('Hostname')),
        expect: /a host name: expected refused/,
      },
      {
        what: 'a name server is passed over',
        plant: mishears('POST /containers/create', drop('HostConfig.Dns')),
        expect: /a name server: expected refused/,
      },
      {
        what: 'ports are passed over',
        plant: mishears('POST /containers/create', drop('ExposedPorts'), drop('HostConfig.PortBindings')),
        expect: /a published port: expected refused/,
      },
    ],
    async body(tools) {
      tools.verify.accepted(await createGuest(tools, {}), 'create without such an option', 201);
      for (const [what, options] of OF_THE_OTHER) {
        tools.verify.refused(await createGuest(tools, options), { status: [400, 409] }, `create with ${what}`);
      }
    },
  }),
  claim({
    id: 'network.container-mode.mac-refused',
    level: 'implied',
    lines: [[50, 59]],
    statement: 'On the network of another a container can have no MAC address of its own.',
    changes: [
      {
        vendor: 'docker',
        engine: '>=25.0.0',
        api: '>=1.44',
        why: 'From API 1.44 a MAC address belongs to an endpoint, and that of the container is passed over with a warning.',
        reference: 'version history of the Engine API, v1.44; measured on 26.1.5 and 28.5.2',
      },
      podmanPassesOver,
    ],
    fault: 'the engine takes an address for an interface that the container does not have',
    faults: [
      {
        what: 'the address is passed over',
        plant: mishears('POST /containers/create', drop('MacAddress')),
        expect: /a MAC address: expected refused/,
      },
    ],
    async body(tools) {
      tools.verify.accepted(await createGuest(tools, {}), 'create without one', 201);
      const answer = await createGuest(tools, { config: { MacAddress: '02:42:c0:ff:ee:02' } });
      tools.verify.refused(answer, { status: [400, 409] }, 'create with a MAC address');
    },
  }),
  claim({
    id: 'network.container-mode.connect-refused',
    level: 'implied',
    lines: [[50, 59]],
    statement: 'A container that runs on the network of another cannot be connected to networks of its own.',
    fault: 'the engine gives an interface to the other container, which nobody asked for',
    faults: [
      {
        what: 'it is answered as done',
        plant: accepts('POST /networks/*/connect', 200),
        expect: /connecting the guest: expected refused/,
      },
      {
        what: 'it is refused, and the owner connected',
        plant: alsoDoes('POST /networks/*/connect', 'after', async (asked, look) => [
          {
            method: 'POST',
            path: asked.path,
            body: { Container: (await homeOf(asked, look)).replace('container:', '') },
          },
        ]),
        expect: /the owner on the network/,
      },
    ],
    async body(tools) {
      const { engine, use, verify } = tools;
      const [{ owner, guest }, { network }] = await Promise.all([guestOf(tools), use(givenSubnet)]);
      const refused = await engine.connect(network, guest);
      verify.refused(refused, { status: [400, 403, 409, 500] }, 'connecting the guest');
      const { Containers } = await engine.network(network);
      verify.absent(Containers?.[guest.id], 'the guest on the network');
      verify.absent(Containers?.[owner.id], 'the owner on the network');
    },
  }),
  claim({
    id: 'network.container-mode.unknown-refused',
    level: 'implied',
    lines: [[50, 59]],
    statement: 'A container cannot be run on the network of a container that does not exist, nor on its own.',
    fault: 'the engine runs the container without a network, or waits for itself',
    faults: [
      {
        what: 'it runs without a network',
        plant: nth(1, mishears('POST /containers/create', set('HostConfig.NetworkMode', 'none'))),
        expect: /on the network of nobody: expected refused/,
      },
      {
        what: 'on its own it runs without a network',
        plant: nth(2, mishears('POST /containers/create', set('HostConfig.NetworkMode', 'none'))),
        expect: /on its own network: expected refused/,
      },
    ],
    async body(tools) {
      const { engine, make, verify } = tools;
      const unknown = await attemptRun(tools, { network: `container:${make.name()}` });
      verify.refused(unknown.answer, { status: [404, 409, 500] }, 'run on the network of nobody');
      const name = make.name();
      const create = await engine.post('/containers/create', {
        query: { name },
        body: make.containerBody({ network: `container:${name}` }),
      });
      const own = create.status === 201 ? await engine.start({ id: name, name }) : create;
      verify.refused(own, { status: [400, 404, 409, 500] }, 'run on its own network');
    },
  }),
];

/** The container that runs on the network of another, and its owner; the claim fails where it could not be run. */
async function guestOf({ use, verify }: ClaimTools): Promise<{ owner: ContainerRef; guest: ContainerRef }> {
  const { owner, attempt } = await use(onAnother);
  return { owner, guest: ranAs(verify, attempt, 'run on the network of another') };
}

async function createGuest({ engine, make, use }: ClaimTools, options: ContainerOptions): Promise<Answer> {
  const network = `container:${(await use(userBridge)).second.id}`;
  const body = make.containerBody({ ...options, network });
  return engine.post('/containers/create', { query: { name: make.name() }, body });
}
