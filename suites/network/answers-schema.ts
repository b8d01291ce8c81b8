/** The shapes of what the engine says of networks: in use, predefined, all of them, and when one is made. */
import { claim } from '../../helpers/claims/claim';
import {
  CONTAINERS_NOT_LISTED,
  EMPTY_ADDRESSES_OF_29,
  NO_ADDRESSES_IS_NULL,
} from '../../helpers/drift/known/docker-networks-volumes';
import { PODMAN_ENDPOINT_ID } from '../../helpers/drift/known/podman-networks-images';
import { disconnected } from './fixtures/disconnected';
import { createdBridge } from './fixtures/empty-bridge';
import { internalBridge } from './fixtures/internal-bridge';
import { removedNetwork } from './fixtures/removed-network';
import { userBridge } from './fixtures/user-bridge';
import { givenSubnet, wholly } from './fixtures-subnet';

export default [
  claim({
    id: 'network.predefined.inspect-schema',
    level: 'implied',
    lines: [[50, 56]],
    statement: 'The inspect output of the networks host and none has the shape of API v1.23.',
    changes: [
      NO_ADDRESSES_IS_NULL,
      {
        vendor: 'podman',
        engine: '>=4.3.1',
        why: 'host and none are modes, and no networks',
        reference: 'measured on 4.3.1, 5.4.2 and 5.8.6',
      },
    ],
    fault: 'the engine sends null for what these networks have none of, as addresses',
    async body({ engine, verify }) {
      for (const name of ['host', 'none']) {
        const answer = verify.accepted(await engine.get(`/networks/${name}`), `inspect of ${name}`, 200);
        verify.conforms('network-inspect', answer.json, `the inspect output of ${name}`);
      }
    },
  }),
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
    statement: 'The list of networks has the shape of API v1.23, with the predefined ones and one that is in use.',
    changes: [NO_ADDRESSES_IS_NULL, CONTAINERS_NOT_LISTED, PODMAN_ENDPOINT_ID],
    fault: 'the engine sends a shorter form of a network in the list, or null for what one has none of',
    async body({ engine, use, verify }) {
      const { network } = await use(userBridge);
      const list = await engine.networks();
      const names = list.map(({ Name }) => Name);
      verify.contains(names, network.name, 'the names in the list');
      verify.conforms('network-list', list, 'the list');
    },
  }),
  claim({
    id: 'network.create-schema',
    level: 'implied',
    lines: [[109, 115]],
    statement: 'The answer to the creation of a network has the shape of API v1.23.',
    fault: 'the engine answers no id, or leaves the warning out',
    async body({ use, verify }) {
      const { answer } = await use(createdBridge);
      verify.conforms('network-create', answer.json, 'the answer to create');
    },
  }),
];
