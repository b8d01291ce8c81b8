/** Standalone Swarm over a Consul store (the document's part 5, 1-6): catalogued, not yet tried. */
import { pending } from '../../helpers/claims/claim';
import { cluster, host } from '../../helpers/claims/needs';

const managers = cluster('swarm-managers');

export default pending('swarm-classic', [
  {
    id: 'swarm-classic.store-quorum',
    level: 'stated',
    lines: [[413, 445]],
    statement: 'The two Consul servers list each other as peers and have elected a leader.',
    needs: [cluster('store:consul')],
  },
  {
    id: 'swarm-classic.primary',
    level: 'stated',
    lines: [[463, 470]],
    statement: 'Exactly one manager has the role primary.',
    needs: [managers],
  },
  {
    id: 'swarm-classic.replica',
    level: 'stated',
    lines: [[509, 513]],
    statement: 'The other manager has the role replica and names the address of the primary.',
    needs: [managers],
  },
  {
    id: 'swarm-classic.info',
    level: 'stated',
    lines: [[463, 506]],
    statement:
      'The info of a manager names the strategy spread, the six filters, the number of nodes and the sums over them.',
    needs: [managers],
  },
  {
    id: 'swarm-classic.nodes-healthy',
    level: 'stated',
    lines: [[473, 493]],
    statement:
      'Every joined node is Healthy and shown with its address, containers, CPUs, memory, labels and server version.',
    needs: [managers],
  },
  {
    id: 'swarm-classic.spread',
    level: 'stated',
    lines: [
      [523, 532],
      [547, 556],
    ],
    statement: 'Six containers run through the manager are spread over both nodes.',
    needs: [managers],
  },
  {
    id: 'swarm-classic.names-carry-node',
    level: 'stated',
    lines: [[525, 532]],
    statement: 'The manager lists a container under the name of its node, a slash and its own name.',
    needs: [managers],
  },
  {
    id: 'swarm-classic.bridge-per-node',
    level: 'stated',
    lines: [[518, 541]],
    statement:
      'On a bridge network that both nodes have, addresses occur on each of them, and the nodes are not joined.',
    needs: [managers],
  },
  {
    id: 'swarm-classic.overlay-joined',
    level: 'stated',
    lines: [[547, 586]],
    statement: 'On the overlay network the containers of both nodes have distinct addresses and all ping each other.',
    needs: [managers],
  },
  {
    id: 'swarm-classic.failover',
    level: 'implied',
    lines: [[447, 452]],
    statement: 'When the primary dies the replica takes its place, and containers are still scheduled.',
    needs: [managers, host],
  },
]);
