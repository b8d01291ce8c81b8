import { claim } from '../../helpers/claims/claim';
import { accepts, answers, set, without } from '../../helpers/faults/vocabulary';
import { serviceOf } from '../../helpers/swarm/calls';
import type { SwarmService } from '../../helpers/swarm/documents';
import { ground } from './fixtures/ground';
import { oneTask } from './fixtures/one-task';
import { inSwarm } from './needs';
import { madeAs, verifyRunning } from './service';

export default claim({
  id: 'swarm-mode.service.inspect-ls-ps',
  level: 'stated',
  lines: [[703, 705]],
  statement: 'A service is shown by the service list, by its inspect output and by the list of its tasks.',
  needs: inSwarm,
  fault: 'a service is missing from the list or shown as another, or its tasks are listed for no service or no node',
  faults: [
    {
      what: 'no service is listed',
      plant: answers(
        'GET /services',
        without('', () => true),
      ),
      expect: /in the list/,
    },
    {
      what: 'another number of replicas is shown',
      plant: answers('GET /services/*', set('Spec.Mode.Replicated.Replicas', 2)),
      expect: /^Spec.Mode/,
    },
    {
      what: 'the task is on no node of the swarm',
      plant: answers('GET /tasks', set('*.NodeID', 'nowhere')),
      expect: /^the nodes, of which/,
    },
    {
      what: 'a service is shown that nobody made',
      plant: accepts('GET /services/*', 200, {}),
      expect: /^the inspection of no service/,
    },
  ],
  async body(tools) {
    const { cluster, facts, use, verify } = tools;
    const { engine, make } = cluster.manager;
    const service = madeAs(verify, await use(oneTask), 'a service of one task');
    const listed = await engine.list<SwarmService>('/services', { filters: { name: [service.name] } });
    verify.equal(
      listed.map(({ ID }) => ID),
      [service.id],
      'the services of that name in the list',
    );
    for (const asked of [service.id, service.name]) {
      const { ID, CreatedAt, Spec } = await serviceOf(engine, asked);
      verify.equal({ ID, Name: Spec?.Name }, { ID: service.id, Name: service.name }, `what is inspected as ${asked}`);
      verify.equal(Spec?.Mode, { Replicated: { Replicas: 1 } }, 'Spec.Mode');
      const { image } = await use(ground);
      verify.equal(Spec?.TaskTemplate?.ContainerSpec?.Image, image, 'Spec.TaskTemplate.ContainerSpec.Image');
      verify.matches(CreatedAt, /^\d{4}-\d\d-\d\dT/, 'CreatedAt');
    }
    const [task] = await verifyRunning(tools, service, 1);
    verify.equal(task?.ServiceID, service.id, 'the service of the task');
    verify.equal(task?.Slot, 1, 'the slot of the task');
    verify.contains(
      facts.cluster?.hosts.map(({ node }) => node),
      task?.NodeID,
      'the nodes, of which one has the task',
    );
    verify.refused(await engine.get(`/services/${make.name()}`), { status: [404] }, 'the inspection of no service');
  },
});
