/** What a container is called, and by what it is found. */
import { claim } from '../../helpers/claims/claim';
import { objectOf } from '../../helpers/engine/engine';
import {
  accepts,
  answers,
  drop,
  madeUpId,
  mishears,
  mishearsQuery,
  nth,
  prints,
  refuses,
  set,
  swallows,
} from '../../helpers/faults/vocabulary';
import { ON_HOST, running, runningSystem } from './fixtures/running';

export default [
  claim({
    id: 'engine.container.found-by-name-and-id',
    level: 'implied',
    lines: [
      [82, 82],
      [102, 102],
      [276, 277],
    ],
    statement:
      'A container is found by its name, by its full id of 64 digits, and by the 12 digits that it is shown with.',
    fault: 'the engine finds another container, or none, by one of the three',
    faults: [
      {
        what: 'it is not found by the short id',
        plant: refuses(/^GET .containers.[0-9a-f]{12}.json$/, 404),
        expect: /inspect by [0-9a-f]{12}:/,
      },
      {
        what: 'by its name another is found',
        plant: answers(
          /^GET .containers.ec-.*.json$/,
          set('Id', () => madeUpId()),
        ),
        expect: /Id by ec-/,
      },
    ],
    async body({ engine, verify, use }) {
      const container = await use(running);
      verify.matches(container.id, /^[0-9a-f]{64}$/, 'the id that create answered');
      for (const reference of [container.name, container.id, container.id.slice(0, 12)]) {
        const answer = await engine.get(`/containers/${reference}/json`);
        const { Id, Name } = objectOf(verify.accepted(answer, `inspect by ${reference}`, 200));
        verify.equal(Id, container.id, `Id by ${reference}`);
        verify.equal(Name, `/${container.name}`, `Name by ${reference}`);
      }
    },
  }),
  claim({
    id: 'engine.container.hostname-is-short-id',
    level: 'implied',
    lines: [
      [177, 177],
      [188, 188],
      [276, 294],
    ],
    statement: "A container's host name, inside and in inspect, is the first 12 digits of its id where none was given.",
    fault: "the engine gives its own host's name to containers, or shows another than they have",
    faults: [
      {
        what: 'another host name is given',
        plant: mishears('POST /containers/create', set('Hostname', 'engine')),
        expect: /Config.Hostname/,
      },
      {
        what: 'the host name inside is another',
        plant: prints(/uname/, (shown) => shown.replace(/^(\S+) \S+/, '$1 engine')),
        expect: /the host name inside/,
      },
    ],
    async body({ engine, verify, use }) {
      const container = await use(running);
      const shortId = container.id.slice(0, 12);
      const { Config } = await engine.inspect(container);
      verify.equal(Config?.Hostname, shortId, 'Config.Hostname');
      verify.equal((await use(runningSystem)).hostName, shortId, 'the host name inside');
    },
  }),
  claim({
    id: 'engine.container.listed-while-running',
    level: 'implied',
    lines: [
      [59, 59],
      [318, 318],
    ],
    statement: 'The list shows containers that run, by id and name; with `all` also those that never ran.',
    fault: 'the engine leaves a container out of its list, or shows as running what is not',
    faults: [
      {
        what: 'running containers are left out',
        plant: nth(1, answers('GET /containers/json', drop('*'))),
        expect: /the running container in the list/,
      },
      {
        what: 'what never ran is listed as running',
        plant: mishearsQuery('GET /containers/json', { all: '1' }),
        expect: /the list of what runs/,
      },
      {
        what: '`all` is passed over',
        plant: mishearsQuery('GET /containers/json', { all: null }),
        expect: /the list of all/,
      },
      {
        what: 'a container that runs is listed as exited',
        plant: answers('GET /containers/json', set('*.State', 'exited')),
        expect: /its State/,
      },
    ],
    async body({ engine, make, verify, use }) {
      const [up, down] = await Promise.all([use(running), make.created(ON_HOST)]);
      const runs = await engine.list<{ Id?: string; Names?: string[]; State?: string }>('/containers/json');
      const shown = verify.present(
        runs.find((each) => each.Id === up.id),
        'the running container in the list',
      );
      verify.contains(shown.Names, `/${up.name}`, 'its Names');
      verify.equal(shown.State, 'running', 'its State');
      verify.excludes(
        runs.map((each) => each.Id),
        down.id,
        'the list of what runs',
      );
      const all = (await engine.containers()).map((each) => each.Id);
      verify.contains(all, up.id, 'the list of all');
      verify.contains(all, down.id, 'the list of all');
    },
  }),
  claim({
    id: 'engine.container.rename',
    level: 'implied',
    lines: [
      [59, 59],
      [82, 82],
    ],
    statement: 'A renamed container is found by the new name and no longer by the old.',
    fault: 'the engine keeps the old name, or loses the container under both',
    faults: [
      { what: 'nothing is done', plant: swallows('POST /containers/*/rename', 204), expect: /inspect by the new name/ },
      {
        what: 'the old name leads there too',
        plant: accepts('GET /containers/*/json', 200, {}),
        expect: /by the old name/,
      },
      {
        what: 'inspect shows the old name',
        plant: answers('GET /containers/*/json', set('Name', '/old')),
        expect: /^Name/,
      },
    ],
    async body({ engine, make, verify }) {
      const [container, name] = [await make.created(ON_HOST), make.name()];
      const renamed = await engine.post(`/containers/${container.id}/rename`, { query: { name } });
      verify.accepted(renamed, 'the renaming', 204);
      verify.accepted(await engine.get(`/containers/${name}/json`), 'inspect by the new name', 200);
      verify.equal((await engine.inspect(container)).Name, `/${name}`, 'Name');
      const old = await engine.get(`/containers/${container.name}/json`);
      verify.refused(old, { status: [404] }, 'inspect by the old name');
    },
  }),
];
