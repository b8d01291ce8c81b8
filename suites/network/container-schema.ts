/** The shape of what container inspect says of a container's place on networks of every kind. */
import { claim } from '../../helpers/claims/claim';
import type { ClaimTools } from '../../helpers/claims/tools';
import { NETWORK_SETTINGS_OF_29 } from '../../helpers/drift/known/docker-containers';
import { BARE_IMAGE_IDS } from '../../helpers/drift/known/podman-3';
import { PODMAN_LIST_HOST_CONFIG, PODMAN_NETWORK_ID } from '../../helpers/drift/known/podman-containers';
import type { ContainerInspect } from '../../helpers/engine/responses';
import { answers, drop, isObject, type Json, rename, set } from '../../helpers/faults/vocabulary';
import { inState } from '../engine/faults';
import { life } from '../engine/fixtures/life';
import { running } from '../engine/fixtures/running';
import { ranAs } from './attempt';
import { EXPOSED, onDefaultBridge } from './fixtures/default-bridge';
import { disconnected } from './fixtures/disconnected';
import { restarted } from './fixtures/restarted';
import { userBridge } from './fixtures/user-bridge';
import { connected } from './fixtures-members';
import { givenSubnet } from './fixtures-subnet';

const INSPECT = 'GET /containers/*/json';
const LIST = 'GET /containers/json';
const ENDPOINT = 'NetworkSettings.Networks.*';

function judge(verify: ClaimTools['verify'], inspect: ContainerInspect, what: string): void {
  verify.present(inspect.NetworkSettings?.Networks, `NetworkSettings.Networks ${what}`);
  verify.conforms('container-inspect', inspect, `the inspect output ${what}`, { not: ['/HostConfig/**'] });
}

export default [
  claim({
    id: 'network.container.inspect-schema.bridges',
    level: 'implied',
    lines: [
      [144, 149],
      [155, 161],
    ],
    statement:
      'The inspect output of containers on the default bridge, on other bridges, on several and on none any more has ' +
      'the shape of API v1.23, HostConfig apart.',
    changes: [NETWORK_SETTINGS_OF_29, PODMAN_NETWORK_ID],
    fault: 'the engine leaves out a field of an endpoint, or sends null where a container is on no network',
    faults: [
      {
        what: 'endpoints have no gateway',
        plant: answers(INSPECT, drop(`${ENDPOINT}.Gateway`)),
        expect: /on the default bridge: .*\/Gateway: .* absent/,
      },
      {
        what: 'aliases are a text',
        plant: answers(INSPECT, set(`${ENDPOINT}.Aliases`, 'web')),
        expect: /\/Aliases: expected an array/,
      },
      {
        what: 'a MAC address is none',
        plant: answers(INSPECT, set('NetworkSettings.Networks.ec-*.MacAddress', 'random')),
        expect: /alias on a bridge: .*\/MacAddress/,
      },
      {
        what: 'the networks of a container that has left them all are null',
        plant: answers(INSPECT, whereNone(set('NetworkSettings.Networks', null))),
        expect: /after it was disconnected/,
      },
    ],
    async body({ engine, use, verify }) {
      const [onDefault, { first }, many, left] = await Promise.all([
        use(onDefaultBridge),
        use(userBridge),
        use(connected),
        use(disconnected),
      ]);
      judge(verify, await engine.inspect(onDefault), 'on the default bridge');
      judge(verify, await engine.inspect(first), 'with an alias on a bridge');
      judge(verify, await engine.inspect(many.container), 'on three bridges');
      judge(verify, left.after.inspect, 'after it was disconnected');
    },
  }),
  claim({
    id: 'network.container.inspect-schema.ports',
    level: 'implied',
    lines: [[309, 309]],
    statement: 'The inspect output and the list show published ports in the shape of API v1.23.',
    changes: [NETWORK_SETTINGS_OF_29, PODMAN_LIST_HOST_CONFIG],
    fault: 'the engine tells a port of the host as a number, or leaves out the address on which it is published',
    faults: [
      {
        what: 'ports of the host are numbers',
        plant: answers(INSPECT, set('NetworkSettings.Ports.*.*.HostPort', 80)),
        expect: /\/HostPort: expected a string/,
      },
      {
        what: 'ports are published on no address',
        plant: answers(INSPECT, drop('NetworkSettings.Ports.*.*.HostIp')),
        expect: /\/HostIp: .* absent/,
      },
      {
        what: 'a port has no protocol',
        plant: answers(INSPECT, rename(['NetworkSettings', 'Ports', EXPOSED[0] ?? ''], '8080')),
        expect: /the ports in inspect/,
      },
      {
        what: 'ports are told as text in the list',
        plant: answers(LIST, set('*.Ports.*.PrivatePort', '8080')),
        expect: /the list: .*\/PrivatePort: expected an integer/,
      },
    ],
    async body({ engine, use, verify }) {
      const container = await use(onDefaultBridge);
      const inspect = await engine.inspect(container);
      const ports = Object.keys(inspect.NetworkSettings?.Ports ?? {}).sort();
      verify.equal(ports, [...EXPOSED].sort(), 'the ports in inspect');
      verify.conforms('container-inspect', inspect, 'NetworkSettings in inspect', { only: ['/NetworkSettings/**'] });
      const list = await engine.containers({ id: [container.id] });
      verify.that((list[0]?.Ports?.length ?? 0) >= EXPOSED.length, 'the ports in the list', EXPOSED, list[0]?.Ports);
      verify.conforms('container-list', list, 'the list');
    },
  }),
  claim({
    id: 'network.container.inspect-schema.static-address',
    level: 'implied',
    lines: [[207, 209]],
    statement:
      'The inspect output of a container with a static address has the shape of API v1.23, while it runs and when it ' +
      'is stopped.',
    changes: [NETWORK_SETTINGS_OF_29, { ...PODMAN_NETWORK_ID, engine: '>=4.3.1 <5.0.0' }],
    fault: 'the engine shows the address that was asked for in another shape, or drops fields when the container stops',
    faults: [
      {
        what: 'the address that was asked for is shown with a prefix',
        plant: answers(INSPECT, set(`${ENDPOINT}.IPAMConfig.IPv4Address`, '10.0.0.2/24')),
        expect: /while it runs: .*\/IPAMConfig\/IPv4Address/,
      },
      {
        what: 'endpoints have no address when the container is stopped',
        plant: answers(INSPECT, inState('exited', drop(`${ENDPOINT}.IPAddress`))),
        expect: /when it is stopped: .*\/IPAddress: .* absent/,
      },
    ],
    async body({ engine, use, verify }) {
      const [{ holder }, { stop }] = await Promise.all([use(givenSubnet), use(restarted)]);
      judge(verify, await engine.inspect(ranAs(verify, holder, 'run with a static address')), 'while it runs');
      judge(verify, stop.inspect, 'when it is stopped');
    },
  }),
  claim({
    id: 'network.container.inspect-schema.no-bridge',
    level: 'implied',
    lines: [[50, 56]],
    statement:
      'The inspect output and the list show containers on host and on none in the shape of API v1.23, HostConfig apart.',
    changes: [BARE_IMAGE_IDS, NETWORK_SETTINGS_OF_29, PODMAN_LIST_HOST_CONFIG],
    fault: 'the engine sends null for the networks of a container that has no interface of its own',
    sharesWith: 'engine',
    faults: [
      {
        what: 'it sends null on host',
        plant: answers(INSPECT, set('NetworkSettings.Networks.host', null)),
        expect: /on host: .*\/Networks\/host: expected an object/,
      },
      {
        what: 'endpoints on none have no id of a network',
        plant: answers(INSPECT, drop('NetworkSettings.Networks.none.NetworkID')),
        expect: /on none: .*\/NetworkID: .* absent/,
      },
      {
        what: 'it sends null in the list',
        plant: answers(LIST, set('*.NetworkSettings.Networks', null)),
        expect: /the list: .*\/Networks: expected an object/,
      },
    ],
    async body({ engine, use, verify }) {
      const [onNone, { before }] = await Promise.all([use(running), use(life)]);
      judge(verify, before, 'on host');
      judge(verify, await engine.inspect(onNone), 'on none');
      const list = await engine.containers({ id: [onNone.id] });
      verify.equal(list.length, 1, 'the number of containers in the list');
      verify.conforms('container-list', list, 'the list');
    },
  }),
];

/** A change of a container that is on no network. */
function whereNone(change: (document: Json) => Json): (document: Json) => Json {
  return (document) => {
    const settings = isObject(document) ? document.NetworkSettings : undefined;
    return isObject(settings) && Object.keys(settings.Networks ?? {}).length === 0 ? change(document) : document;
  };
}
