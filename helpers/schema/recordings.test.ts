import { CLUSTER, DOCKER, REGISTRY, recordings, schemaOf } from './fixtures/recordings';
import { schemaErrors, schemaNames } from './validator';

/** What a Swarm manager 1.2.1 answers that an engine does not, and why. */
const SWARM: readonly { readonly schema: string; readonly errors: readonly string[] }[] = [
  // Swarm speaks of its cluster: it has no key, no registries of its own, and tells what newer engines tell.
  { schema: 'info', errors: ['format /ID', 'type /RegistryConfig', 'added /SecurityOptions'] },
  // Swarm passes on the id alone.
  { schema: 'container-create', errors: ['missing /Warnings'] },
  // Swarm says on which engine the container runs.
  { schema: 'container-inspect', errors: ['added /Node'] },
  // And from which engine it has the network.
  { schema: 'network-inspect', errors: ['added /Engine'] },
];

const docker = recordings(DOCKER);
const cluster = recordings(CLUSTER);
const registry = recordings(REGISTRY);
const engines = cluster.filter(({ endpoint }) => endpoint?.startsWith('n'));
const managers = cluster.filter(({ endpoint }) => endpoint?.startsWith('m'));

function departures(recording: (typeof docker)[number], strict: boolean): readonly string[] {
  const name = schemaOf(recording);
  if (name === undefined) throw new Error(`no schema for ${recording.name}`);
  return schemaErrors(name, recording.body, { strict }).map(({ kind, path }) => `${kind} ${path}`);
}

const hasSchema = (recording: (typeof docker)[number]) => schemaOf(recording) !== undefined;
const told = (list: typeof docker) => list.filter(hasSchema).map((recording) => [recording.name, recording] as const);

describe('the answers recorded on Docker 1.11.1, alone and in a cluster, and on registry 2.8.2', () => {
  const all = told([...docker, ...engines, ...registry]);

  it.each(all)('%s is valid, and so in strict form: no field of it is unknown', (_, recording) => {
    expect(departures(recording, false)).toEqual([]);
    expect(departures(recording, true)).toEqual([]);
  });

  it('are covered but for those without a document', () => {
    const bare = [...docker, ...engines].filter((recording) => !hasSchema(recording));
    expect(bare.filter(({ body }) => body !== '' && body !== 'OK')).toEqual([]);
    const empty = registry.filter((recording) => !hasSchema(recording));
    expect(empty.map(({ request, body }) => [request.path, body])).toEqual([['/v2/', {}]]);
  });

  it('are of every schema, but for events and the answers of volume create and wait', () => {
    const recorded = new Set(all.map(([, recording]) => schemaOf(recording)));
    const others = schemaNames().filter((name) => !recorded.has(name));
    expect(others).toEqual(['container-wait', 'event', 'volume-create']);
  });
});

describe('the answers recorded on Swarm 1.2.1', () => {
  const departing = (strict: boolean) =>
    told(managers).flatMap(([, recording]) => departures(recording, strict).map((one) => [schemaOf(recording), one]));

  it('depart from those of an engine in four ways, each told as it is', () => {
    const expected = SWARM.flatMap(({ schema, errors }) => errors.map((error) => [schema, error]));
    const seen = new Map(departing(true).map((one) => [one.join(' '), one]));
    expect([...seen.values()].sort()).toEqual(expected.sort());
    expect(departing(false).every(([, error]) => !error?.startsWith('added'))).toBe(true);
  });

  it('are valid engine answers for the rest: the version, networks and lists of containers', () => {
    const valid = told(managers).filter(([, recording]) => departures(recording, true).length === 0);
    expect(new Set(valid.map(([, recording]) => schemaOf(recording)))).toEqual(
      new Set(['version', 'network-list', 'container-list']),
    );
  });

  it("leave the store's own answers, which are no engine's", () => {
    const rest = cluster.filter((recording) => !engines.includes(recording) && !managers.includes(recording));
    expect(rest.map(({ endpoint, request }) => [endpoint, request.path.slice(0, 4)])).toEqual(
      Array.from({ length: 3 }, () => ['consul', '/v1/']),
    );
  });
});
