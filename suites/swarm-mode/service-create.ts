import { claim } from '../../helpers/claims/claim';
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
  async body(tools) {
    const { use, verify } = tools;
    const service = madeAs(verify, await use(oneTask), 'a service of one task');
    for (const task of await verifyRunning(tools, service, 1)) {
      const { host, container } = containerOf(tools, task);
      const { State, Config } = await host.engine.inspect(container);
      verify.equal(State?.Running, true, `whether the container of the task runs on ${host.name}`);
      verify.equal(Config?.Labels?.[SERVICE_ID_LABEL], service.id, 'the service in the labels of the container');
    }
  },
});
