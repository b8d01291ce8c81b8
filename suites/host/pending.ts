/** What the hosts of a cluster must let through (the document's part 5, 1): catalogued, not yet tried. */
import { pending } from '../../helpers/claims/claim';
import { cluster } from '../../helpers/claims/needs';

export default pending('host', [
  {
    id: 'host.ports.swarm',
    level: 'stated',
    lines: [[377, 405]],
    statement:
      'Where the roles are in use, TCP 2375, 4000, 8300-8302, 8400, 8500 and UDP 8301-8302 are open between the hosts.',
    needs: [cluster('hosts2')],
  },
]);
