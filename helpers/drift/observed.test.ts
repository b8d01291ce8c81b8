import type { SchemaError } from '../schema/validator';
import { examplesOf } from './observed';

const error = (path: string, observed: string, more: Partial<SchemaError> = {}): SchemaError => ({
  path,
  place: path,
  kind: 'added',
  expected: 'absent',
  observed,
  ...more,
});

describe('the example of a departure', () => {
  const document = {
    Config: { Env: ['A=secret'], Healthcheck: { Test: ['curl http://me:secret@host'] } },
    Extra: { Env: ['TOKEN=secret'], Auth: 'secret', Name: 'x' },
    'a/b': { 'c~d': [1, { token: 'secret' }] },
    Long: 'x'.repeat(1000),
  };
  const show = examplesOf(document);

  test('holds no value of an environment, no password and no credentials', () => {
    expect(show(error('/Extra', '{"Env":["TOKEN=secret"]}'))).toBe('{"Env":["TOKEN=***"],"Auth":"***","Name":"x"}');
    expect(show(error('/Extra/Auth', '"secret"'))).toBe('"***"');
    expect(show(error('/Config/Env/0', '"A=secret"'))).toBe('"A=***"');
    expect(show(error('/Config/Healthcheck', ''))).toBe('{"Test":["curl http://***@host"]}');
    expect(show(error('/a~1b/c~0d', ''))).toBe('[1,{"token":"***"}]');
    expect(show(error('', ''))).not.toContain('secret');
  });

  test('is cut at 200 characters', () => {
    expect(show(error('/Long', ''))).toHaveLength(200);
  });

  test('is the key itself where a key is refused', () => {
    const named = examplesOf({ Labels: { 'http://me:secret@host': 1 } });
    const path = '/Labels/http:~1~1me:secret@host';
    expect(named(error(path, '"http://me:secret@host"', { kind: 'format' }))).toBe('"http://***@host"');
  });

  test('is what the error says where nothing was there, and nothing where a path was cut', () => {
    expect(show(error('/Path', 'absent', { kind: 'missing' }))).toBe('absent');
    expect(show(error('/Config/E...', '"secret"'))).toBe('(not shown)');
  });
});
