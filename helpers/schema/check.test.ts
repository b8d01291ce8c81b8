import { UsageError } from '../usage-error';
import { check, DOCUMENTS_LIMIT, documentsOf, ERRORS_LIMIT } from './check';

const judge = (schema: Parameters<typeof check>[0], text: string, strict = false) =>
  check(schema, { name: 'it', bytes: Buffer.from(text) }, strict);
const WAIT = '{"StatusCode": 0}';

describe('the documents of a text', () => {
  it.each([
    ['an object where the schema is for one', WAIT, [{ StatusCode: 0 }]],
    ['the items of an array, as docker inspect prints one', `[${WAIT}, 5]`, [{ StatusCode: 0 }, 5]],
    ['lines, as docker events prints them', `${WAIT}\n${WAIT}\n`, [{ StatusCode: 0 }, { StatusCode: 0 }]],
    ['a value of another kind', 'null', [null]],
    ['an array in an array', `[[${WAIT}]]`, [[{ StatusCode: 0 }]]],
  ])('are %s', (_what, text, documents) => {
    expect(documentsOf('container-wait', text, 'it')).toEqual(documents);
  });

  it('are the array itself where the schema is for an array', () => {
    expect(documentsOf('network-list', '[{}, {}]', 'it')).toEqual([[{}, {}]]);
    expect(documentsOf('network-list', '[]', 'it')).toEqual([[]]);
    expect(documentsOf('network-list', '{}', 'it')).toEqual([{}]);
  });

  it.each([
    ['a message', 'No such container: x\n', 'No such container: x\n'],
    ['a text in quotes', '"x"', '"x"'],
    ['what only looks like JSON', '{not}', '{not}'],
    ['an object, which is no text', '{"message": "x"}', { message: 'x' }],
    ['an array, which is no text', ' [1]', [1]],
  ])('are the text itself where the schema is for text: %s', (_what, text, document) => {
    expect(documentsOf('error', text, 'it')).toEqual([document]);
  });

  it.each([
    ['none', '[]', 'it is an empty array: there is nothing to judge'],
    [
      'too many',
      `[${'0,'.repeat(DOCUMENTS_LIMIT)}0]`,
      `it holds ${DOCUMENTS_LIMIT + 1} documents, and at most ${DOCUMENTS_LIMIT} are judged`,
    ],
  ])('are refused where there are %s', (_what, text, message) => {
    expect(() => documentsOf('container-wait', text, 'it')).toThrow(new UsageError(message));
  });
});

describe('a check', () => {
  it('finds nothing in what conforms', () => {
    expect(judge('container-wait', `[${WAIT}]`)).toEqual({
      schema: 'container-wait',
      strict: false,
      valid: true,
      documents: 1,
      departing: 0,
      errors: [],
      errorsLeftOut: 0,
    });
  });

  it('says which document departs, where and how', () => {
    const { errors, ...result } = judge('container-wait', `[${WAIT}, {"Name": "/web", "Id": "a1"}, 7]`);
    expect(result).toMatchObject({ valid: false, documents: 3, departing: 2, errorsLeftOut: 0 });
    expect(errors).toEqual([
      {
        document: 1,
        name: '/web',
        id: 'a1',
        path: '/StatusCode',
        place: '/StatusCode',
        kind: 'missing',
        expected: 'present: an integer',
        observed: 'absent',
      },
      { document: 2, name: null, id: null, path: '', place: '', kind: 'type', expected: 'an object', observed: '7' },
    ]);
  });

  it('takes an unknown field for a departure in the strict form only', () => {
    const text = '{"StatusCode": 0, "Error": null, "ID": "b2", "Name": 5}';
    expect(judge('container-wait', text).valid).toBe(true);
    expect(judge('container-wait', text, true)).toMatchObject({
      strict: true,
      valid: false,
      errors: [
        { path: '/Error', kind: 'added', id: 'b2', name: null },
        { path: '/ID', kind: 'added' },
        { path: '/Name', kind: 'added' },
      ],
    });
  });

  it('counts what it does not keep', () => {
    const documents = ERRORS_LIMIT + 5;
    const result = judge('container-wait', `[${'{},'.repeat(documents - 1)}{}]`);
    expect(result).toMatchObject({ documents, departing: documents, errorsLeftOut: 5 });
    expect(result.errors).toHaveLength(ERRORS_LIMIT);
  });
});
