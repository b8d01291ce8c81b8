import { CLUSTER, DOCKER, recordings, schemaOf } from '../schema/fixtures/recordings';
import { type SchemaError, type SchemaName, schemaErrors } from '../schema/validator';
import { inWords } from '../schema/words';
import { recorded, without } from './fixtures/answers';
import { Judge } from './judge';

jest.mock('../schema/words', () => {
  const actual = jest.requireActual<typeof import('../schema/words')>('../schema/words');
  return { ...actual, inWords: jest.fn(actual.inWords) };
});
const wording = jest.mocked(inWords);

const container = recorded('24-container-web-01');

const told = (errors: readonly SchemaError[]) =>
  errors.map(({ path, place, kind, expected }) => `${kind} ${path} ${place} ${expected}`).sort();
const asAlways = (schema: SchemaName, document: unknown) => told(schemaErrors(schema, document, { strict: true }));

describe('a judge', () => {
  test('finds what is always found, the first time and again', () => {
    const documents = [
      container,
      { ...without(container, 'Path'), Odd: 1, Odder: { Odd: 1 }, Id: 'short', Mounts: null, Config: 7 },
      { ...container, State: { ...(container.State as object), Status: 'asleep', Odd: 1 } },
      { ...container, NetworkSettings: { Networks: { one: { Odd: 1 }, other: null } } },
      7,
      null,
      [],
    ];
    const judge = new Judge('container-inspect');
    for (const document of [...documents, ...documents.toReversed()]) {
      expect(told(judge.errors(document, 1_000))).toEqual(asAlways('container-inspect', document));
    }
  });

  test('finds nothing in what Docker 1.11.1 answered, and what is found in the answers of a Swarm manager', () => {
    const judges = new Map<SchemaName, Judge>();
    for (const recording of [...recordings(DOCKER), ...recordings(CLUSTER)]) {
      const schema = schemaOf(recording);
      if (schema === undefined) continue;
      const judge = judges.get(schema) ?? new Judge(schema);
      judges.set(schema, judge);
      expect(told(judge.errors(recording.body, 1_000))).toEqual(asAlways(schema, recording.body));
    }
  });

  test('words a missing or unknown field once for each path', () => {
    const judge = new Judge('container-inspect');
    const newer = { ...without(container, 'Path'), Odd: 1 };
    judge.errors(newer, 1_000);
    wording.mockClear();
    for (let index = 0; index < 10; index += 1) judge.errors(newer, 1_000);
    expect(wording.mock.calls.flatMap(([errors]) => errors)).toEqual([]);
    judge.errors({ ...newer, Odder: 1 }, 1_000);
    expect(wording.mock.calls.flatMap(([errors]) => errors)).toHaveLength(1);
  });

  test('takes no field for another, whatever their names hold', () => {
    const judge = new Judge('container-inspect');
    const paths = (document: object) => judge.errors(document, 1_000).map(({ path }) => path);
    const state = container.State as object;
    expect(paths({ ...container, 'State/Odd': 1 })).toEqual(['/State~1Odd']);
    expect(paths({ ...container, State: { ...state, Odd: 1 } })).toEqual(['/State/Odd']);
    expect(paths({ ...container, '': 1 })).toEqual(['/']);
  });

  test('finds the first error alone in a document of over 100,000 values, and no more words than before', () => {
    const judge = new Judge('network-list');
    const huge = Array.from({ length: 200_000 }, () => 1);
    expect(judge.errors(huge, 400_000)).toHaveLength(1);
  });
});
