/** What a container cannot be created with, and that nothing is left of the attempt. */
import { claim } from '../../helpers/claims/claim';
import { objectOf } from '../../helpers/engine/engine';
import { accepts, answers, madeUpId, mishears, refusesWith, set } from '../../helpers/faults/vocabulary';
import { otherBridge } from '../network/fixtures/other-bridge';
import { userBridge } from '../network/fixtures/user-bridge';
import { ON_HOST } from './fixtures/running';

export default [
  claim({
    id: 'engine.container.image-missing-refused',
    level: 'implied',
    lines: [
      [59, 59],
      [144, 144],
    ],
    statement: 'Creating a container from an image that the engine does not have is refused with 404, and makes none.',
    changes: [
      {
        vendor: 'podman',
        engine: '>=3.0.1 <4.0.0',
        why: 'The refusal names the repository without its tag.',
        reference: 'measured on 3.0.1, not so on 4.3.1',
      },
    ],
    fault: 'the engine creates a container that can never start, or answers 500',
    faults: [
      {
        what: 'a container is made of nothing',
        plant: accepts('POST /containers/create', 201, () => ({ Id: madeUpId(), Warnings: null })),
        expect: /from a missing image: expected refused/,
      },
      { what: 'it is answered with 500', plant: refusesWith('POST /containers/create', 500), expect: /status/ },
      {
        what: 'a container is there all the same',
        plant: accepts('GET /containers/*/json', 200, {}),
        expect: /inspect of what was refused/,
      },
    ],
    async body({ engine, make, verify }) {
      const [name, image] = [make.name(), `${make.name()}:1`];
      const body = { ...make.containerBody(ON_HOST), Image: image };
      const answer = await engine.post('/containers/create', { query: { name }, body });
      verify.refused(answer, { status: [404], message: new RegExp(image) }, 'create from a missing image');
      const after = await engine.get(`/containers/${name}/json`);
      verify.refused(after, { status: [404] }, 'inspect of what was refused');
      await make.created(ON_HOST);
    },
  }),
  claim({
    id: 'engine.container.name-taken-refused',
    level: 'implied',
    lines: [
      [59, 59],
      [144, 144],
    ],
    statement:
      'Creating a container under a name that another has is refused with 409; the name stays with its holder.',
    changes: [
      {
        vendor: 'podman',
        engine: '>=3.0.1',
        why: 'It answers 500.',
        reference: 'measured on 3.0.1, 4.3.1, 5.4.2 and 5.8.6',
      },
    ],
    fault: 'the engine gives one name to two containers, or takes it from the first',
    faults: [
      {
        what: 'the name is given to a second container',
        plant: accepts('POST /containers/create', 201, () => ({ Id: madeUpId(), Warnings: null })),
        expect: /under a taken name: expected refused/,
      },
      {
        what: 'the name leads to another container',
        plant: answers(
          'GET /containers/*/json',
          set('Id', () => madeUpId()),
        ),
        expect: /the container of that name/,
      },
    ],
    async body({ engine, make, verify }) {
      const holder = await make.created(ON_HOST);
      const query = { name: holder.name };
      const second = await engine.post('/containers/create', { query, body: make.containerBody(ON_HOST) });
      const inspect = await engine.get(`/containers/${holder.name}/json`);
      const { Id } = objectOf(verify.accepted(inspect, 'inspect by that name', 200));
      verify.equal(Id, holder.id, 'the container of that name');
      verify.refused(second, { status: [409], message: /name/i }, 'create under a taken name');
    },
  }),
  claim({
    id: 'engine.container.two-endpoints-refused',
    level: 'implied',
    lines: [[162, 165]],
    statement: 'A container is created with one network at most: more endpoint settings are refused with 400.',
    changes: [
      {
        vendor: 'docker',
        engine: '>=25.0.0',
        api: '>=1.44',
        why: 'From API 1.44 a container may be created on several networks.',
        reference: 'version history of the Engine API, v1.44',
      },
      {
        vendor: 'podman',
        engine: '>=3.0.1',
        why: 'It creates a container on several networks at every API version.',
        reference: 'measured on 3.0.1, 4.3.1, 5.4.2 and 5.8.6',
      },
    ],
    sharesWith: 'network',
    fault: 'the engine takes both endpoints, or drops one without a word',
    faults: [
      {
        what: 'the endpoints are passed over without a word',
        plant: mishears('POST /containers/create', set('NetworkingConfig.EndpointsConfig', {})),
        expect: /with two endpoints: expected refused/,
      },
      {
        what: 'both are taken',
        plant: accepts('POST /containers/create', 201, () => ({ Id: madeUpId(), Warnings: null })),
        expect: /with two endpoints: expected refused/,
      },
    ],
    async body({ engine, make, use, verify }) {
      const [{ network: first }, { network: second }] = await Promise.all([use(userBridge), use(otherBridge)]);
      const body = make.containerBody({ network: first.name, endpoint: {} });
      const NetworkingConfig = { EndpointsConfig: { [first.name]: {}, [second.name]: {} } };
      const both = await engine.post('/containers/create', {
        query: { name: make.name() },
        body: { ...body, NetworkingConfig },
      });
      verify.refused(both, { status: [400], message: /network/i }, 'create with two endpoints');
      const one = await engine.post('/containers/create', { query: { name: make.name() }, body });
      verify.accepted(one, 'create with one endpoint', 201);
    },
  }),
];
