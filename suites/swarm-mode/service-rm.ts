import { claim } from '../../helpers/claims/claim';
import { accepts, outdated, swallows } from '../../helpers/faults/vocabulary';
import type { SwarmTask } from '../../helpers/swarm/documents';
import { shownTask } from '../../helpers/swarm/shown';
import { sum, verifyContainers } from './containers';
import { inSwarm } from './needs';
import { runningService } from './service';

const TASKS = 2;

/** Tasks are forgotten when their nodes have said that they ended. */
const FORGOTTEN_MS = 15_000;

export default claim({
  id: 'swarm-mode.service.rm',
  level: 'stated',
  lines: [[707, 707]],
  statement: 'With a service its tasks and their containers are removed.',
  needs: inSwarm,
  waits: true,
  fault: 'the service is gone and its tasks or containers stay, or it is still listed',
  faults: [
    {
      what: 'it is accepted, and nothing happens',
      plant: swallows('DELETE /services/*', 200),
      expect: /^its inspection afterwards/,
    },
    {
      what: 'the hosts still show the containers',
      plant: outdated('GET /containers/json'),
      expect: /^running containers on the hosts after/,
    },
    {
      what: 'what is gone is removed again',
      plant: accepts('DELETE /services/*', 200),
      expect: /^a second removal/,
    },
  ],
  async body(tools) {
    const { cluster, verify } = tools;
    const { engine } = cluster.manager;
    const { service } = await runningService(tools, { tasks: TASKS });
    const before = 'running containers on the hosts before the removal';
    await verifyContainers(tools, service, before, (counts) => sum(counts) === TASKS, `${TASKS} in all`);
    verify.accepted(await engine.delete(`/services/${service.id}`), 'the removal', 200);
    verify.refused(await engine.get(`/services/${service.id}`), { status: [404] }, 'its inspection afterwards');
    await verify.eventually(
      'its tasks after the removal',
      async () => {
        const tasks = await engine.list<SwarmTask>('/tasks');
        return tasks.filter(({ ServiceID }) => ServiceID === service.id).map(shownTask);
      },
      (tasks) => tasks.length === 0,
      { withinMs: FORGOTTEN_MS, expected: 'none' },
    );
    const after = 'running containers on the hosts after the removal';
    await verifyContainers(tools, service, after, (counts) => sum(counts) === 0, 'none');
    verify.refused(await engine.delete(`/services/${service.id}`), { status: [404] }, 'a second removal');
  },
});
