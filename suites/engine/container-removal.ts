import { claim } from '../../helpers/claims/claim';
import {
  accepts,
  alsoDoes,
  mishearsQuery,
  nth,
  outdated,
  refuses,
  refusesWith,
  swallows,
} from '../../helpers/faults/vocabulary';
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
        engine: '>=3.0.1',
        why: 'It answers 500.',
        reference: 'measured on 3.0.1, 4.3.1, 5.4.2 and 5.8.6',
      },
    ],
    fault: 'the engine kills and removes a container that somebody uses',
    faults: [
      {
        what: 'it is killed and removed',
        plant: mishearsQuery('DELETE /containers/*', { force: '1' }),
        expect: /inspect after the refused removal/,
      },
      {
        what: 'the removal is answered as done',
        plant: accepts('DELETE /containers/*', 204),
        expect: /removing a running container: expected refused/,
      },
      {
        what: 'it is killed, and not removed',
        plant: alsoDoes('DELETE /containers/*', 'after', ({ path }) => [{ method: 'POST', path: `${path}/kill` }]),
        expect: /State.Pid|in it later/,
      },
      { what: 'the refusal has another status', plant: refusesWith('DELETE /containers/*', 500), expect: /status/ },
    ],
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
    faults: [
      { what: 'nothing is done', plant: swallows('DELETE /containers/*', 204), expect: /inspect by id/ },
      { what: 'the list goes on showing it', plant: outdated('GET /containers/json'), expect: /the list after/ },
      {
        what: 'its name stays taken',
        plant: nth(2, refuses('POST /containers/create', 409, 'the name is in use')),
        expect: /under the freed name/,
      },
    ],
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
