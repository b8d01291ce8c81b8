import { claim } from '../../helpers/claims/claim';
import { ON_HOST } from './fixtures';

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
    async body({ engine, make, verify }) {
      const container = await make.container(ON_HOST);
      const refused = await engine.remove(container);
      const still = await engine.get(`/containers/${container.id}/json`);
      verify.accepted(still, 'inspect after the refused removal', 200);
      const { stdout } = await engine.exec(container, ['echo', 'alive']);
      verify.equal(stdout.trim(), 'alive', 'what the container answers after it');
      verify.refused(refused, { status: [409], message: /running/i }, 'removing a running container');
      verify.accepted(await engine.remove(container, { force: 1 }), 'removing it by force', 204);
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
