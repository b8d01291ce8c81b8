import { claim } from '../../helpers/claims/claim';
import { documentOf } from '../../helpers/engine/answer';
import type { ContainerInspect } from '../../helpers/engine/responses';
import { answers, madeUpId, mishears, refuses, set } from '../../helpers/faults/vocabulary';
import { SERVICE_ID_LABEL } from '../../helpers/swarm/containers-gone';
import { oneTask } from './fixtures/one-task';
import { inSwarm } from './needs';
import { containerOf, madeAs, verifyRunning } from './service';

export default claim({
  id: 'swarm-mode.service.create',
  level: 'stated',
  lines: [[702, 702]],
  statement: 'A service created with one replica gets a task that runs.',
  needs: inSwarm,
  fault: 'no task comes of the service, it never runs, or it is said to run where no container does',
  faults: [
    { what: 'services are refused', plant: refuses('POST /services/create', 500), expect: /^a service/ },
    {
      what: 'its process never runs',
      plant: mishears('POST /services/create', set('TaskTemplate.ContainerSpec.Command', ['/nowhere'])),
      expect: /^running tasks/,
    },
    {
      what: 'a container is named that is not there',
      plant: answers('GET /tasks', set('*.Status.ContainerStatus.ContainerID', madeUpId())),
      expect: /^the container of the task/,
    },
  ],
  async body(tools) {
    const { use, verify } = tools;
    const service = madeAs(verify, await use(oneTask), 'a service of one task');
    for (const task of await verifyRunning(tools, service, 1)) {
      const { host, container } = containerOf(tools, task);
      const shown = await host.engine.get(`/containers/${container.id}/json`);
      verify.accepted(shown, `the container of the task on ${host.name}`, 200);
      const { State, Config } = documentOf<ContainerInspect>(shown);
      verify.equal(State?.Running, true, `whether the container of the task runs on ${host.name}`);
      verify.equal(Config?.Labels?.[SERVICE_ID_LABEL], service.id, 'the service in the labels of the container');
    }
  },
});
