import type { SchemaName } from '../schema/validator';
import { documentsIn, isList } from './documents';
import { anAnswer } from './fixtures/answers';

const documents = (schema: SchemaName, body: unknown) => [...documentsIn(schema, anAnswer('/x', body))];

describe('an answer', () => {
  test.each<[string, SchemaName, unknown, readonly unknown[]]>([
    ['a list of networks is a list for each', 'network-list', [1, 2], [[1], [2]]],
    [
      'a list of volumes is a list for each, with the warnings',
      'volume-list',
      { Volumes: [1, 2], Warnings: ['w'] },
      [
        { Volumes: [1], Warnings: ['w'] },
        { Volumes: [2], Warnings: ['w'] },
      ],
    ],
    ['no volumes are one list', 'volume-list', { Volumes: [], Warnings: null }, [{ Volumes: [], Warnings: null }]],
    ['volumes that are null are one list', 'volume-list', { Volumes: null }, [{ Volumes: null }]],
    ['an empty list of containers is nothing', 'container-list', [], []],
    ['what should be a list and is none is judged as it is', 'image-list', { message: 'x' }, [{ message: 'x' }]],
    ['what should be no list and is one is judged as it is', 'version', [1, 2], [[1, 2]]],
    ['an object is itself', 'info', { ID: 'x' }, [{ ID: 'x' }]],
    ['null is itself', 'info', null, [null]],
    ['what is no JSON is nothing', 'info', 'hello', []],
    ['events are one a line', 'event', '{"a":1}\n\n{"a":2}\n', [{ a: 1 }, { a: 2 }]],
    ['an event that was cut is nothing', 'event', '{"a":1}\n{"a":2}', [{ a: 1 }]],
    ['a line that is no JSON is nothing', 'event', '{"a":\n{"a":2}\n', [{ a: 2 }]],
  ])('%s', (_what, schema, body, expected) => {
    expect(documents(schema, body)).toEqual(expected);
  });

  test.each<[SchemaName, boolean]>([
    ['container-list', true],
    ['volume-list', true],
    ['event', false],
    ['volume-inspect', false],
  ])('of %s is a list: %s', (schema, expected) => {
    expect(isList(schema)).toBe(expected);
  });
});
