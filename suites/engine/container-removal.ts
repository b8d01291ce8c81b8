import { claim } from '../../helpers/claims/claim';
import { life } from './fixtures/life';
import { ON_HOST } from './fixtures/running';

export default [
  claim({
    id: 'engine.container.remove-running-refused',
    level: 'implied',
    lines: [
      [299, 299],
      [329, 332],
    ],
    statement: 'A running container is not removed unless by force: refused with 409, and it runs on.',
    changes: [
      {
        vendor: 'podman',
        engine: '>=4.3.1',
        why: 'It answers 500.',
        reference: 'measured on 4.3.1, 5.4.2 and 5.8.6',
      },
    ],
    fault: 'the engine kills and removes a container that somebody uses',
    async body({ use, verify }) {
      const { before, removal, unpaused } = await use(life);
      verify.accepted(removal.inspect, 'inspect after the refused removal', 200);
      const { State } = removal.inspect.json as { State?: { Running?: boolean; Pid?: number } };
      verify.equal(State?.Pid, verify.present(before.State?.Pid, 'State.Pid before'), 'State.Pid after it');
      verify.equal(unpaused.exec.last, 200, 'status of a command that is run in it later');
      verify.refused(removal.answer, { status: [409], message: /running/i }, 'removing a running container');
    },
  }),
  claim({
    id: 'engine.container.removed-is-gone',
    level: 'implied',
    lines: [
      [299, 299],
      [329, 332],
    ],
    statement: 'A removed container is neither found nor listed, and its name is free again.',
    fault: 'the engine keeps the name or the entry of a container that it removed',
    async body({ engine, make, verify }) {
      const container = await make.created(ON_HOST);
      const ids = async () => (await engine.containers()).map((each) => each.Id);
      verify.contains(await ids(), container.id, 'the list before');
      verify.accepted(await engine.remove(container), 'the removal', 204);
      verify.refused(await engine.get(`/containers/${container.id}/json`), { status: [404] }, 'inspect by id');
      verify.refused(await engine.get(`/containers/${container.name}/json`), { status: [404] }, 'inspect by name');
      verify.excludes(await ids(), container.id, 'the list after');
      const query = { name: container.name };
      const again = await engine.post('/containers/create', { query, body: make.containerBody(ON_HOST) });
      verify.accepted(again, 'create under the freed name', 201);
    },
  }),
];
