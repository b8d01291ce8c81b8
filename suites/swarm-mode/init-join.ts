import { claim } from '../../helpers/claims/claim';
import { api, askedForSwarm } from '../../helpers/claims/needs';
import { answers, set } from '../../helpers/faults/vocabulary';
import { nodesOf } from '../../helpers/swarm/calls';
import type { SwarmNode } from '../../helpers/swarm/documents';
import { shownNode } from '../../helpers/swarm/shown';
import { verifyFormed } from '../overlay/store-formed';

/** Nodes report to their manager every five seconds. */
const REPORT_MS = 10_000;

export default claim({
  id: 'swarm-mode.init-join',
  level: 'stated',
  lines: [
    [682, 683],
    [699, 700],
  ],
  statement:
    'Init makes an engine the manager of a new swarm, join makes another its worker, and both are listed ready.',
  needs: [askedForSwarm, api('>=1.24')],
  fault: 'an engine refuses to begin or to join a swarm, or the manager does not list it, or not as what it is',
  faults: [
    {
      what: 'no node is ever ready',
      plant: answers('GET /nodes', set('*.Status.State', 'down')),
      expect: /^the hosts in the list/,
    },
    {
      what: 'all nodes are listed as managers',
      plant: answers('GET /nodes', set('*.Spec.Role', 'manager')),
      expect: /^the role of/,
    },
    {
      what: 'no manager leads',
      plant: answers('GET /nodes', set('*.ManagerStatus.Leader', false)),
      expect: /^the number of leaders/,
    },
  ],
  async body(tools) {
    const { cluster, facts, verify } = tools;
    verifyFormed(tools);
    const hosts = facts.cluster?.hosts ?? [];
    let nodes: SwarmNode[] = [];
    await verify.eventually(
      'the hosts in the list of nodes',
      async () => {
        nodes = await nodesOf(cluster.manager.engine);
        return nodes.map(shownNode);
      },
      () => hosts.every(({ node }) => nodes.some(({ ID, Status }) => ID === node && Status?.State === 'ready')),
      { withinMs: REPORT_MS, expected: `${hosts.length} hosts, all of them ready` },
    );
    for (const { name, node, swarm } of hosts) {
      const listed = nodes.find(({ ID }) => ID === node);
      verify.equal(listed?.Spec?.Role, swarm, `the role of ${name} in the list of nodes`);
      verify.equal(
        (listed?.ManagerStatus ?? null) !== null,
        swarm === 'manager',
        `whether ${name} is listed as a manager`,
      );
    }
    const leaders = nodes.filter(({ ManagerStatus }) => ManagerStatus?.Leader === true);
    verify.equal(leaders.length, 1, 'the number of leaders');
  },
});
