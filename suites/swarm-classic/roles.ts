/** Who of the managers schedules, and who stands by. */
import { claim } from '../../helpers/claims/claim';
import { swarmManagers } from '../../helpers/claims/needs';
import type { ClaimTools } from '../../helpers/claims/tools';
import { parseSwarmStatus } from '../../helpers/swarm/standalone-status';
import { saysOfItself } from './faults';
import { askAt, askerOn } from './from-host';
import { infoOf } from './managers';

/** While the managers elect one of them, none is primary. */
const ELECTION_MS = 30_000;
const LIMIT_MS = 60_000;

/** What all managers say of themselves, once one of them is primary. */
async function rolesOf({ cluster, verify }: ClaimTools) {
  const { value } = await verify.eventually(
    'the roles of the managers',
    async () =>
      Promise.all(
        cluster.swarmManagers.map(async (manager) => {
          const { role, primary } = (await infoOf(manager)).status;
          return { name: manager.name, role, primary };
        }),
      ),
    (seen) => seen.filter(({ role }) => role === 'primary').length === 1,
    { withinMs: ELECTION_MS, expected: 'one primary' },
  );
  return value;
}

export default [
  claim({
    id: 'swarm-classic.primary',
    level: 'stated',
    lines: [[463, 470]],
    statement: 'Exactly one manager has the role primary.',
    needs: [swarmManagers(2)],
    limitMs: LIMIT_MS,
    fault: 'both managers take themselves for the primary, or none does',
    faults: [
      { what: 'both are primary', plant: saysOfItself('Role', 'primary'), expect: /^the roles of the managers/ },
      { what: 'none is primary', plant: saysOfItself('Role', 'replica'), expect: /^the roles of the managers/ },
    ],
    async body(tools) {
      const roles = await rolesOf(tools);
      const others = roles.filter(({ role }) => role !== 'primary');
      tools.verify.equal(
        others.map(({ role }) => role),
        others.map(() => 'replica'),
        'the roles of the others',
      );
    },
  }),
  claim({
    id: 'swarm-classic.replica',
    level: 'stated',
    lines: [[509, 513]],
    statement: 'The other manager has the role replica and names the address of the primary.',
    needs: [swarmManagers(2)],
    limitMs: LIMIT_MS,
    fault: 'the replica names no primary, or an address at which none is',
    faults: [
      { what: 'it names no primary', plant: saysOfItself('Primary', null), expect: /^the primary that/ },
      {
        what: 'it names an address at which no manager is',
        plant: saysOfItself('Primary', '127.0.0.1:9'),
        expect: /^the role of the manager at 127/,
      },
    ],
    async body(tools) {
      const { cluster, verify } = tools;
      const replicas = (await rolesOf(tools)).filter(({ role }) => role !== 'primary');
      const asker = await askerOn(cluster.pair[0]);
      for (const { name, role, primary } of replicas) {
        verify.equal(role, 'replica', `the role of ${name}`);
        verify.matches(primary, /^[^:\s]+:\d{1,5}$/, `the primary that ${name} names`);
        // Managers may be reached by other addresses than those that they give each other.
        const info = await askAt(asker, String(primary), '/info');
        const there = parseSwarmStatus((info as { SystemStatus?: unknown } | undefined)?.SystemStatus);
        verify.equal(there.role, 'primary', `the role of the manager at ${primary}, which ${name} names`);
      }
    },
  }),
];
