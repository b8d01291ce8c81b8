/** The shapes of what the engine says of networks: in use, left, all of them, and when one is made. */
import { claim } from '../../helpers/claims/claim';
import { CONTAINERS_NOT_LISTED, EMPTY_ADDRESSES_OF_29 } from '../../helpers/drift/known/docker-networks-volumes';
import { SWARM_NETWORKS_LISTED } from '../../helpers/drift/known/docker-swarm';
import { PODMAN_ENDPOINT_ID } from '../../helpers/drift/known/podman-networks-images';
import { answers, drop, isObject, type Json, set } from '../../helpers/faults/vocabulary';
import { disconnected } from './fixtures/disconnected';
import { createdBridge } from './fixtures/empty-bridge';
import { internalBridge } from './fixtures/internal-bridge';
import { removedNetwork } from './fixtures/removed-network';
import { userBridge } from './fixtures/user-bridge';
import { givenSubnet, wholly } from './fixtures-subnet';

const INSPECT = 'GET /networks/*';
const LIST = 'GET /networks';

export default [
  claim({
    id: 'network.bridge.inspect-schema.in-use',
    level: 'implied',
    lines: [
      [117, 139],
      [203, 209],
    ],
    statement:
      'The inspect output of a bridge network with containers has the shape of API v1.23: with addresses that were ' +
      'given and that were not, and internal.',
    changes: [EMPTY_ADDRESSES_OF_29, PODMAN_ENDPOINT_ID],
    fault: 'the engine shows a container on a network without its endpoint, or addresses without their prefix',
    faults: [
      {
        what: 'containers have no endpoint',
        plant: answers(INSPECT, drop('Containers.*.EndpointID')),
        expect: /\/EndpointID: .* absent/,
      },
      {
        what: 'the gateway that was given is none',
        plant: answers(INSPECT, set('IPAM.Config.0.Gateway', 'first')),
        expect: /\/Gateway/,
      },
      {
        what: 'auxiliary addresses are a list',
        plant: answers(INSPECT, whereAuxiliary(set('IPAM.Config.0.AuxiliaryAddresses', []))),
        expect: /all was given: .*\/AuxiliaryAddresses: expected an object/,
      },
      { what: 'no containers are shown', plant: answers(INSPECT, set('Containers', {})), expect: /not empty/ },
    ],
    async body(tools) {
      const { engine, use, verify } = tools;
      const [user, given, internal, whole] = await Promise.all([
        use(userBridge),
        use(givenSubnet),
        use(internalBridge),
        wholly(tools),
      ]);
      const networks = {
        'of which the engine chose all': user.network,
        'with a subnet that was given': given.network,
        'that is internal': internal.network,
        'of which all was given': whole.network,
      };
      for (const [which, network] of Object.entries(networks)) {
        const inspect = await engine.network(network);
        const containers = Object.keys(inspect.Containers ?? {});
        verify.that(containers.length > 0, `Containers of the network ${which}`, 'not empty', inspect.Containers);
        verify.conforms('network-inspect', inspect, `the inspect output of the network ${which}`);
      }
    },
  }),
  claim({
    id: 'network.bridge.inspect-schema.left',
    level: 'implied',
    lines: [
      [102, 103],
      [117, 139],
    ],
    statement: 'The inspect output of a network that a container has left has the shape of API v1.23.',
    changes: [EMPTY_ADDRESSES_OF_29, PODMAN_ENDPOINT_ID],
    fault: 'the engine sends null for the containers of a network that is empty again',
    faults: [
      {
        what: 'it sends null then',
        plant: answers(INSPECT, whenEmpty(set('Containers', null))),
        expect: /Containers of a network that is empty again/,
      },
      {
        what: 'a container that left is still shown, as null',
        plant: answers('GET /networks/bridge', set('Containers.gone', null)),
        expect: /after a disconnect: /,
      },
    ],
    async body({ use, verify }) {
      const [{ left }, { after }] = await Promise.all([use(removedNetwork), use(disconnected)]);
      verify.equal(left.Containers, {}, 'Containers of a network that is empty again');
      verify.conforms('network-inspect', left, 'the inspect output of a network that is empty again');
      verify.conforms('network-inspect', after.bridge, 'the inspect output of the default bridge after a disconnect');
    },
  }),
  claim({
    id: 'network.list-schema',
    level: 'implied',
    lines: [[50, 56]],
    statement:
      'The list of networks has the shape of API v1.23, with one that is in use; of host and none the addresses apart.',
    changes: [CONTAINERS_NOT_LISTED, SWARM_NETWORKS_LISTED, PODMAN_ENDPOINT_ID],
    fault: 'the engine sends a shorter form of a network in the list, or null for what one has none of',
    faults: [
      { what: 'it is empty', plant: answers(LIST, set('', [])), expect: /the names in the list/ },
      { what: 'it has no options', plant: answers(LIST, drop('*.Options')), expect: /\/Options: .* absent/ },
      {
        what: 'addresses of every network are null',
        plant: answers(LIST, set('*.IPAM.Config', null)),
        expect: /\/IPAM\/Config: expected an array/,
      },
    ],
    async body({ engine, use, verify }) {
      const { network } = await use(userBridge);
      const list = await engine.networks();
      const names = list.map(({ Name }) => Name);
      verify.contains(names, network.name, 'the names in the list');
      // Of host and none inspect has claims of its own.
      const others = list.filter(({ Driver }) => Driver !== 'host' && Driver !== 'null');
      verify.conforms('network-list', others, 'the list');
      verify.conforms('network-list', list, 'the list with host and none', { not: ['/*/IPAM/Config'] });
    },
  }),
  claim({
    id: 'network.create-schema',
    level: 'implied',
    lines: [[109, 115]],
    statement: 'The answer to the creation of a network has the shape of API v1.23.',
    fault: 'the engine answers no id, or leaves the warning out',
    faults: [
      {
        what: 'no warning is told',
        plant: answers('POST /networks/create', drop('Warning')),
        expect: /\/Warning: .* absent/,
      },
      { what: 'the id is short', plant: answers('POST /networks/create', set('Id', 'c0ffee')), expect: /\/Id/ },
    ],
    async body({ use, verify }) {
      const { answer } = await use(createdBridge);
      verify.accepted(answer, 'create', 201);
      verify.conforms('network-create', answer.json, 'the answer to create');
    },
  }),
];

/** A change of a network that has auxiliary addresses. */
function whereAuxiliary(change: (document: Json) => Json): (document: Json) => Json {
  return (document) => (JSON.stringify(document).includes('AuxiliaryAddresses') ? change(document) : document);
}

/** A change of a network that has no containers. */
function whenEmpty(change: (document: Json) => Json): (document: Json) => Json {
  return (document) =>
    isObject(document) && Object.keys(document.Containers ?? {}).length === 0 ? change(document) : document;
}
