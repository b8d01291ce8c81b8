import fc from 'fast-check';
import type { Json } from '../engine/answer';
import { anyJson, mutated } from '../fixtures/arbitrary';
import { DOCKER, recordings, schemaOf } from '../schema/fixtures/recordings';
import { preview } from '../schema/preview';
import { type SchemaError, type SchemaName, schemaErrors, schemaNames } from '../schema/validator';
import { Collapse } from './collapse';
import { Judge } from './judge';

/** What Docker 1.11.1 answered, one for each schema. */
const ANSWERED = new Map<SchemaName, Json>(
  recordings(DOCKER).flatMap((recording) => {
    const schema = schemaOf(recording);
    return schema === undefined ? [] : [[schema, recording.body as Json] as const];
  }),
);

const KEYS = ['Id', 'Name', 'Labels', 'Config', 'State', 'Networks', 'Mounts', 'IPAM', 'Volumes', 'Env'];

const documents = fc.oneof(
  fc.constantFrom(...ANSWERED).chain(([schema, body]) => mutated(body, KEYS).map((document) => ({ schema, document }))),
  fc.record({ schema: fc.constantFrom(...schemaNames()), document: anyJson(KEYS) }),
);

const told = (errors: readonly SchemaError[]) =>
  errors.map(({ path, place, kind, expected }) => `${kind} ${path} ${place} ${expected}`).sort();

describe('any document', () => {
  test('is judged without an exception, and the same by a judge that has judged others before', () => {
    const judges = new Map<SchemaName, Judge>();
    fc.assert(
      fc.property(documents, ({ schema, document }) => {
        const judge = judges.get(schema) ?? new Judge(schema);
        judges.set(schema, judge);
        expect(told(judge.errors(document, 1_000))).toEqual(told(schemaErrors(schema, document, { strict: true })));
      }),
    );
  });

  test('departs in bounded places, and each is told with a bounded value', () => {
    fc.assert(
      fc.property(documents, ({ schema, document }) => {
        for (const { path, place, observed } of schemaErrors(schema, document, { strict: true })) {
          expect([path.length <= 1_003, place.length <= 1_003, observed.length <= 200]).toEqual([true, true, true]);
        }
      }),
    );
  });

  test('in an answer is collapsed without an exception, also where the answer is of another shape', () => {
    const call = { method: 'GET', path: '/v1.23/x', status: 200, headers: {}, durationMs: 1 };
    fc.assert(
      fc.property(documents, ({ schema, document }) => {
        const collapse = new Collapse(schema);
        const text = JSON.stringify(document);
        for (const _ of collapse.judge({ ...call, text: `${text}\n${text}`, json: document }));
        for (const { answers, departed } of collapse.places()) expect(departed).toBeLessThanOrEqual(answers);
      }),
    );
  });

  test('is shown in as many characters as are asked for, and on one line', () => {
    fc.assert(
      fc.property(anyJson(KEYS), fc.integer({ min: 10, max: 200 }), (document, limit) => {
        const shown = preview(document, limit);
        expect(shown.length).toBeLessThanOrEqual(limit);
        expect(shown).not.toMatch(/[\n\r]/);
      }),
    );
  });
});
