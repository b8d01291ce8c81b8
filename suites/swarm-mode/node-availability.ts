/** Nodes that are drained and take tasks again. Nothing else of the target is tried meanwhile: all tasks have to move. */
import { claim } from '../../helpers/claims/claim';
import { noOthersServices } from '../../helpers/claims/needs';
import type { ClaimTools } from '../../helpers/claims/tools';
import { together } from '../../helpers/faults/together';
import { answers, nth, set, since, swallows } from '../../helpers/faults/vocabulary';
import { isRunning, nodesOf, tasksOf, updateService } from '../../helpers/swarm/calls';
import type { SwarmTask } from '../../helpers/swarm/documents';
import { activate, activateDrained, drain } from '../../helpers/swarm/drained';
import type { ClusterHostFacts } from '../../helpers/target/facts';
import { sum, verifyContainers } from './containers';
import { inSwarm } from './needs';
import { runningService, type ServiceRef, START_MS, verifyRunning } from './service';

const [FEW, MANY] = [2, 4];
const LIMIT_MS = 90_000;

/** A host that can be drained, and how many of the tasks are on it. */
function hostToDrain({ cluster, facts, verify }: ClaimTools) {
  const at = cluster.hosts.findIndex((host) => host !== cluster.manager);
  const host = verify.present(facts.cluster?.hosts[at], 'a host beside the manager in use');
  return {
    host,
    at,
    among: (tasks: readonly SwarmTask[]) => tasks.filter(({ NodeID }) => NodeID === host.node).length,
  };
}

/** Drains a host; when the claim is over it is active again. */
async function drained({ cluster, verify }: ClaimTools, { name, node }: ClusterHostFacts): Promise<void> {
  const { engine, make } = cluster.manager;
  const mark = make.name();
  make.restore((ofRestoration) => activateDrained(ofRestoration, mark));
  verify.accepted(await drain(engine, node, mark), `draining ${name}`, 200);
  verify.equal(await availabilityOf(cluster, node), 'drain', `the availability of ${name}`);
}

async function availabilityOf({ manager }: ClaimTools['cluster'], node: string): Promise<string | undefined> {
  return (await nodesOf(manager.engine)).find(({ ID }) => ID === node)?.Spec?.Availability;
}

/** More tasks, which have to be put somewhere. */
async function scaledUp(tools: ClaimTools, service: ServiceRef): Promise<SwarmTask[]> {
  const scaled = await updateService(tools.cluster.manager.engine, service.id, (spec) => ({
    ...spec,
    Mode: { Replicated: { Replicas: MANY } },
  }));
  tools.verify.accepted(scaled, `scaling to ${MANY}`, 200);
  return verifyRunning(tools, service, MANY);
}

export default [
  claim({
    id: 'swarm-mode.node.drain',
    level: 'stated',
    lines: [[713, 714]],
    statement: 'The tasks of a drained node move to others, and none is scheduled on it.',
    needs: [...inSwarm, noOthersServices],
    waits: true,
    alone: true,
    limitMs: LIMIT_MS,
    fault: 'the tasks of a drained node stay, or are lost, or new ones are put there',
    faults: [
      {
        what: 'it is accepted, and nothing happens',
        plant: swallows('POST /nodes/*/update', 200),
        expect: /^the availability of/,
      },
      {
        what: 'the node is said to be drained, and keeps its tasks',
        plant: together(
          swallows('POST /nodes/*/update', 200),
          answers('GET /nodes', set('*.Spec.Availability', 'drain')),
        ),
        expect: /^tasks on .* after it was drained/,
      },
    ],
    async body(tools) {
      const { cluster, verify } = tools;
      const { host, at, among } = hostToDrain(tools);
      const { service, tasks } = await runningService(tools, { tasks: FEW });
      verify.that(among(tasks) > 0, `the tasks on ${host.name} before`, '1 or more', among(tasks));
      await drained(tools, host);
      await verify.eventually(
        `tasks on ${host.name} and on others after it was drained`,
        async () => {
          const running = (await tasksOf(cluster.manager.engine, service.id)).filter(isRunning);
          return [among(running), running.length - among(running)];
        },
        ([here, elsewhere]) => here === 0 && elsewhere === FEW,
        { withinMs: START_MS, expected: [0, FEW].join(' and ') },
      );
      verify.equal(
        among(await scaledUp(tools, service)),
        0,
        `the number of tasks on ${host.name} after more were asked for`,
      );
      const moved = (counts: readonly number[]) => counts[at] === 0 && sum(counts) === MANY;
      const expected = `none on ${host.name}, ${MANY} in all`;
      await verifyContainers(tools, service, 'running containers on the hosts', moved, expected);
    },
  }),
  claim({
    id: 'swarm-mode.node.activate',
    level: 'stated',
    lines: [[715, 716]],
    statement: 'A node that is active again takes tasks again.',
    needs: [...inSwarm, noOthersServices],
    waits: true,
    alone: true,
    limitMs: LIMIT_MS,
    fault: 'a node that was drained once is never given a task again',
    faults: [
      {
        what: 'it is accepted, and nothing happens',
        plant: nth(2, swallows('POST /nodes/*/update', 200)),
        expect: /^the availability of/,
      },
      {
        what: 'the node is said to be active, and gets no tasks',
        plant: together(
          nth(2, swallows('POST /nodes/*/update', 200)),
          since(3, answers('GET /nodes', set('*.Spec.Availability', 'active'))),
        ),
        expect: /^the tasks on .* after more/,
      },
    ],
    async body(tools) {
      const { cluster, verify } = tools;
      const { host, among } = hostToDrain(tools);
      await drained(tools, host);
      const { service, tasks } = await runningService(tools, { tasks: FEW });
      verify.equal(among(tasks), 0, `the number of tasks on ${host.name} while it is drained`);
      verify.accepted(await activate(cluster.manager.engine, host.node), `activating ${host.name}`, 200);
      verify.equal(await availabilityOf(cluster, host.node), 'active', `the availability of ${host.name}`);
      const after = among(await scaledUp(tools, service));
      verify.that(after > 0, `the tasks on ${host.name} after more were asked for`, '1 or more', after);
    },
  }),
];
