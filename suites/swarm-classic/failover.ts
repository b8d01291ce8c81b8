import { claim } from '../../helpers/claims/claim';
import type { HostTools, Place } from '../../helpers/claims/cluster';
import { commandsOnHosts, swarmManagers, swarmManagersOnHosts } from '../../helpers/claims/needs';
import type { ClaimTools } from '../../helpers/claims/tools';
import { errorMessage, succeeded } from '../../helpers/engine/answer';
import { isEngineTrouble } from '../../helpers/engine/trouble';
import { refuses, since } from '../../helpers/faults/vocabulary';
import { freeze, processesWith } from '../../helpers/swarm/frozen-process';
import type { Attempt } from '../network/attempt';
import { saysOfItself } from './faults';
import { constrainedToHosts, infoOf, nodeOf } from './managers';
import { runThrough } from './run-through';

/** The lease of a dead primary ends after 20 s, and Consul gives it to nobody for 15 s more, in steps of its own. */
const TAKEOVER_MS = 90_000;
/** The hosts wake the manager themselves after as many seconds, whatever becomes of the suite. */
const LONGEST_SECONDS = 150;
const SILENCE_MS = 3_000;

/** The role that a manager says it has, and the address of the primary where that is another. */
async function roleAt(manager: Place) {
  const { role, primary } = (await infoOf(manager)).status;
  return { name: manager.name, role, primary };
}

/** The primary, and a replica of it with the address that it gives. */
async function pairOf({ cluster, verify }: ClaimTools) {
  const { value } = await verify.eventually(
    'the roles of the managers',
    () => Promise.all(cluster.swarmManagers.map(roleAt)),
    (seen) => seen.some(({ role }) => role === 'primary') && seen.some(({ primary }) => primary !== undefined),
    { withinMs: TAKEOVER_MS, expected: 'a primary, and a replica that names it' },
  );
  const { swarmManagers: managers } = cluster;
  const at = value.findIndex(({ primary }) => primary !== undefined);
  return {
    primary: verify.present(managers[value.findIndex(({ role }) => role === 'primary')], 'a primary'),
    replica: verify.present(managers[at], 'a replica'),
    address: String(value[at]?.primary),
  };
}

/** The manager with this address stands still until the returned is called, or the claim is over. */
async function frozen({ cluster }: ClaimTools, address: string): Promise<() => Promise<void>> {
  const literal = address.replaceAll('.', '\\.');
  const found = await Promise.all(
    cluster.hosts.map(async (host) => ({
      host,
      processes: await processesWith(host, ['manage', `(--?(advertise|addr)=)?${literal}`]),
    })),
  );
  const there = found.filter(({ processes }) => processes.length > 0);
  if (there.length === 0) throw new Error(`no process of a manager that advertises ${address} is seen on any host`);
  const wakes = await Promise.all(there.map(({ host, processes }) => frozenOn(host, processes)));
  return async () => void (await Promise.all(wakes.map((wake) => wake())));
}

async function frozenOn(host: HostTools, processes: readonly string[]): Promise<() => Promise<void>> {
  const wake = await freeze(host, processes, LONGEST_SECONDS);
  host.make.restore(wake);
  return wake;
}

async function assertSilent({ engine, name }: Place): Promise<void> {
  try {
    await engine.get('/info', { limitMs: SILENCE_MS });
  } catch (error) {
    if (isEngineTrouble(error)) return;
    throw error;
  }
  throw new Error(`${name} answers, and was to stand still`);
}

export default claim({
  id: 'swarm-classic.failover',
  level: 'implied',
  lines: [[447, 452]],
  statement: 'When the primary dies the replica takes its place, and containers are still scheduled.',
  needs: [swarmManagers(2), commandsOnHosts, swarmManagersOnHosts],
  waits: true,
  alone: true,
  limitMs: 240_000,
  fault: 'the replica never becomes the primary, or schedules nothing as one',
  faults: [
    {
      what: 'the replica stays a replica',
      plant: since(2, saysOfItself('Role', 'replica')),
      expect: /with the primary dead/,
    },
    {
      what: 'as the primary it schedules nothing',
      plant: refuses('POST /containers/create', 500, 'No healthy node available in the cluster'),
      expect: /^a container through/,
    },
  ],
  async body(tools) {
    const { verify } = tools;
    const { primary, replica, address } = await pairOf(tools);
    const wake = await frozen(tools, address);
    await assertSilent(primary);
    await verify.eventually(
      `the role of ${replica.name} with the primary dead`,
      async () => (await roleAt(replica)).role,
      (role) => role === 'primary',
      { withinMs: TAKEOVER_MS, expected: 'primary' },
    );
    const config = await constrainedToHosts(tools, replica);
    const attempts: Attempt[] = [];
    await verify.eventually(
      `a container through ${replica.name}`,
      async () => {
        const attempt = await runThrough(replica, { network: 'none', config });
        attempts.push(attempt);
        return `${attempt.answer.status} ${errorMessage(attempt.answer)}`;
      },
      () => attempts.some(({ answer }) => succeeded(answer)),
      { withinMs: 20_000, expected: 'accepted' },
    );
    const container = verify.present(attempts.at(-1)?.container, 'a container');
    verify.present(await nodeOf(replica, container), 'the node that it came to');
    await wake();
    await verify.eventually(
      `the role of ${primary.name}, awake again`,
      () => roleAt(primary),
      (seen) => seen.role === 'replica' && seen.primary !== undefined && seen.primary !== address,
      { withinMs: TAKEOVER_MS, expected: 'replica of the other' },
    );
    verify.equal((await roleAt(replica)).role, 'primary', `the role of ${replica.name} then`);
  },
});
