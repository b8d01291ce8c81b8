import { claim } from '../../helpers/claims/claim';
import type { ClaimTools } from '../../helpers/claims/tools';
import { isRunning, tasksOf, updateService } from '../../helpers/swarm/calls';
import type { ServiceSpec, SwarmTask } from '../../helpers/swarm/documents';
import { inSwarm } from './needs';
import { runningService, type ServiceRef } from './service';

const TASKS = 3;
const DELAY_MS = 2_000;
/** Every replacement takes a second or two beside the delay. */
const WHOLE_MS = 40_000;
const [OLD, NEW] = ['EDITION=1', 'EDITION=2'];

/** What was seen of an update: the new tasks, and the fewest that ran at any time. */
interface Seen {
  readonly tasks: readonly SwarmTask[];
  readonly fewest: number;
  /** When each came to run, by the manager's clock and by the id of the task. */
  readonly ran: ReadonlyMap<string, string>;
}

/** Looks until all tasks are new. A task says when it changed last: looked at often, that is when it came to run. */
async function watched({ cluster, verify }: ClaimTools, service: ServiceRef): Promise<Seen> {
  const ran = new Map<string, string>();
  let fewest = TASKS;
  const { value } = await verify.eventually(
    'running tasks of the new edition',
    async () => {
      const tasks = await tasksOf(cluster.manager.engine, service.id);
      fewest = Math.min(fewest, tasks.filter(isRunning).length);
      for (const { ID = '', UpdatedAt = '' } of tasks.filter(isRunning)) if (!ran.has(ID)) ran.set(ID, UpdatedAt);
      return tasks.filter(isOf(NEW));
    },
    (tasks) => tasks.filter(isRunning).length === TASKS,
    { withinMs: WHOLE_MS, expected: `${TASKS}, one of each slot` },
  );
  return { tasks: value, fewest, ran };
}

/** Milliseconds from when one new task ran to when the next was made. */
function pausesIn({ tasks, ran }: Seen): number[] {
  const began = ({ CreatedAt = '' }: SwarmTask) => Date.parse(CreatedAt);
  const inOrder = [...tasks].sort((a, b) => began(a) - began(b));
  return inOrder.slice(1).map((task, at) => began(task) - Date.parse(ran.get(inOrder[at]?.ID ?? '') ?? ''));
}

export default claim({
  id: 'swarm-mode.service.rolling-update',
  level: 'stated',
  lines: [[709, 711]],
  statement: 'An update with parallelism 1 replaces the tasks one at a time, with the delay between them.',
  needs: inSwarm,
  waits: true,
  limitMs: 90_000,
  fault: 'the tasks are replaced at the same time, or without the delay, or not all of them',
  async body(tools) {
    const { cluster, verify } = tools;
    const { engine } = cluster.manager;
    const update = { parallelism: 1, delayMs: DELAY_MS };
    const { service } = await runningService(tools, { tasks: TASKS, env: [OLD], update });
    verify.accepted(await updateService(engine, service.id, withEnvironment(NEW)), 'the update', 200);
    const seen = await watched(tools, service);
    verify.that(seen.fewest >= TASKS - 1, 'the fewest tasks that ran meanwhile', `${TASKS - 1} or more`, seen.fewest);
    verify.equal(
      new Set(seen.tasks.map(({ Slot }) => Slot)).size,
      TASKS,
      'the number of slots that the new tasks are of',
    );
    const pauses = pausesIn(seen);
    if (process.env.SWDBG)
      require('node:fs').appendFileSync(
        process.env.SWDBG,
        JSON.stringify([
          pauses,
          seen.tasks.map((t) => [t.CreatedAt, t.UpdatedAt, t.Status?.Timestamp, seen.ran.get(t.ID ?? '')]),
        ]) + '\n',
      );
    const kept = pauses.length === TASKS - 1 && pauses.every((pause) => pause >= DELAY_MS);
    verify.that(kept, 'milliseconds from one new task that runs to the next', `${DELAY_MS} or more each`, pauses);
    const left = (await tasksOf(engine, service.id)).filter((task) => isOf(OLD)(task) && isRunning(task));
    verify.equal(left, [], 'the tasks of the old edition that still run');
  },
});

function withEnvironment(variable: string) {
  return (spec: ServiceSpec): ServiceSpec => ({
    ...spec,
    TaskTemplate: {
      ...spec.TaskTemplate,
      ContainerSpec: { ...spec.TaskTemplate?.ContainerSpec, Env: [variable] },
    },
  });
}

function isOf(variable: string) {
  return ({ Spec }: SwarmTask): boolean => Spec?.ContainerSpec?.Env?.includes(variable) === true;
}
