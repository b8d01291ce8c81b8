import { claim } from '../../helpers/claims/claim';
import type { ClaimTools } from '../../helpers/claims/tools';
import { drop, mishears, set, swallows } from '../../helpers/faults/vocabulary';
import { isRunning, tasksOf, updateService } from '../../helpers/swarm/calls';
import type { ServiceSpec, SwarmTask } from '../../helpers/swarm/documents';
import { shownTask } from '../../helpers/swarm/shown';
import { inSwarm } from './needs';
import { runningService, type ServiceRef } from './service';

const TASKS = 3;
const DELAY_MS = 1_000;
/** Every replacement takes a second or two beside the delay. */
const WHOLE_MS = 40_000;
const [OLD, NEW] = ['EDITION=1', 'EDITION=2'];

/** What was seen of an update. */
interface Seen {
  /** Of the new edition. */
  readonly tasks: readonly SwarmTask[];
  /** The fewest, of any edition, that ran at any time. */
  readonly fewest: number;
  /** When each came to run, by the manager's clock and by the id of the task. */
  readonly ran: ReadonlyMap<string, string>;
}

/** Looks until all tasks are new. A task says when it changed last: looked at often, that is when it came to run. */
async function watched({ cluster, verify }: ClaimTools, service: ServiceRef): Promise<Seen> {
  const ran = new Map<string, string>();
  let fewest = TASKS;
  let tasks: SwarmTask[] = [];
  await verify.eventually(
    'running tasks of the new edition',
    async () => {
      const all = await tasksOf(cluster.manager.engine, service.id);
      fewest = Math.min(fewest, all.filter(isRunning).length);
      for (const { ID = '', UpdatedAt = '' } of all.filter(isRunning)) if (!ran.has(ID)) ran.set(ID, UpdatedAt);
      tasks = all.filter(isOf(NEW));
      return tasks.map(shownTask);
    },
    () => tasks.filter(isRunning).length === TASKS,
    { withinMs: WHOLE_MS, expected: `${TASKS}, one of each slot` },
  );
  return { tasks, fewest, ran };
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
  faults: [
    {
      what: 'all tasks are replaced at the same time',
      plant: mishears('POST /services/create', set('UpdateConfig.Parallelism', 0)),
      expect: /^(the fewest tasks|milliseconds)/,
    },
    {
      what: 'the delay is passed over',
      plant: mishears('POST /services/create', drop('UpdateConfig.Delay')),
      expect: /^milliseconds/,
    },
    {
      what: 'it is accepted, and nothing happens',
      plant: swallows('POST /services/*/update', 200, {}),
      expect: /^running tasks of the new edition/,
    },
  ],
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
    const kept = pauses.length === TASKS - 1 && pauses.every((pause) => pause >= DELAY_MS);
    verify.that(kept, 'milliseconds from one new task that runs to the next', `${DELAY_MS} or more each`, pauses);
    const left = (await tasksOf(engine, service.id)).filter((task) => isOf(OLD)(task) && isRunning(task));
    verify.equal(left.map(shownTask), [], 'the tasks of the old edition that still run');
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
