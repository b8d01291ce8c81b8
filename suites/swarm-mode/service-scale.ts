import { claim } from '../../helpers/claims/claim';
import { mishears, nth, set, swallows } from '../../helpers/faults/vocabulary';
import { updateService } from '../../helpers/swarm/calls';
import { sum, verifyContainers } from './containers';
import { inSwarm } from './needs';
import { runningService, verifyRunning } from './service';

const [FEW, MANY] = [1, 3];

export default claim({
  id: 'swarm-mode.service.scale',
  level: 'stated',
  lines: [[706, 706]],
  statement: 'Scaled up or down, a service reaches the number of running tasks that was asked for.',
  needs: inSwarm,
  waits: true,
  fault: 'a service that is scaled stays as it was, or stops half way, or its containers stay when it is scaled down',
  faults: [
    {
      what: 'it is accepted, and nothing happens',
      plant: swallows('POST /services/*/update', 200, {}),
      expect: /^running tasks after 3/,
    },
    {
      what: 'it stops half way',
      plant: mishears('POST /services/*/update', set('Mode.Replicated.Replicas', 2)),
      expect: /^running tasks after 3/,
    },
    {
      what: 'down it does not go',
      plant: nth(2, swallows('POST /services/*/update', 200, {})),
      expect: /^running tasks after 1/,
    },
  ],
  async body(tools) {
    const { cluster, verify } = tools;
    const { service } = await runningService(tools, { tasks: FEW });
    for (const count of [MANY, FEW]) {
      const scaled = await updateService(cluster.manager.engine, service.id, (spec) => ({
        ...spec,
        Mode: { Replicated: { Replicas: count } },
      }));
      verify.accepted(scaled, `scaling to ${count}`, 200);
      const tasks = await verifyRunning(tools, service, count);
      verify.equal(new Set(tasks.map(({ Slot }) => Slot)).size, count, 'the number of their slots');
      const what = `running containers on the hosts after scaling to ${count}`;
      await verifyContainers(tools, service, what, (counts) => sum(counts) === count, `${count} in all`);
    }
  },
});
