import type { CatalogueEntry, ClaimStatement } from '../claims/claim';
import { UsageError } from '../usage-error';
import { parseLevel, type Selection, select } from './selection';

const entry = (id: string, level: ClaimStatement['level'] = 'stated'): CatalogueEntry => ({
  id,
  level,
  lines: [[1, 2]],
  statement: id,
});

const CATALOGUE = [
  entry('engine.ps.all'),
  entry('network.bridge.create'),
  entry('network.bridge.internal', 'implied'),
  entry('network.bridges.none'),
  entry('network.static-ip.assigned'),
  entry('volume.static-ip.none', 'erratum'),
];

const chosen = (selection: Partial<Selection>) =>
  select(CATALOGUE, { only: [], skip: [], level: null, ...selection }).map(({ id }) => id);

describe('the claims that are selected', () => {
  test('are all, in their order, where nothing is said', () => {
    expect(chosen({})).toEqual(CATALOGUE.map(({ id }) => id));
  });

  test.each<[string, string[]]>([
    ['network.bridge.create', ['network.bridge.create']],
    ['network.bridge', ['network.bridge.create', 'network.bridge.internal']],
    ['network.bridge.', ['network.bridge.create', 'network.bridge.internal']],
    ['network.bridge.*', ['network.bridge.create', 'network.bridge.internal']],
    ['network.bridge*', ['network.bridge.create', 'network.bridge.internal', 'network.bridges.none']],
    ['*.static-ip.*', ['network.static-ip.assigned', 'volume.static-ip.none']],
    ['{engine,volume}.*', ['engine.ps.all', 'volume.static-ip.none']],
    ['*', CATALOGUE.map(({ id }) => id)],
  ])('by --only %s are those that it names', (glob, expected) => {
    expect(chosen({ only: [glob] })).toEqual(expected);
  });

  test('are those of any --only, without those of any --skip, of the level', () => {
    expect(chosen({ only: ['engine', 'network'], skip: ['*.bridge.*'] })).toEqual([
      'engine.ps.all',
      'network.bridges.none',
      'network.static-ip.assigned',
    ]);
    expect(chosen({ level: 'implied' })).toEqual(['network.bridge.internal']);
    expect(chosen({ level: 'erratum', only: ['*.static-ip.*'] })).toEqual(['volume.static-ip.none']);
  });

  test.each<[string, Partial<Selection>]>([
    ['a word that is the beginning of no id', { only: ['networks'] }],
    ['a part of a word', { only: ['network.bri'] }],
    ['a glob that matches nothing', { only: ['network.*', 'nothing.*'] }],
    ['a glob to skip that matches nothing', { skip: ['nothing.*'] }],
    ['an empty text', { only: [''] }],
    ['a space', { only: [' '] }],
    ['a glob that is too long', { only: [`${'['.repeat(70_000)}`] }],
    ['all of it skipped', { skip: ['*'] }],
    ['a level that none of them has', { only: ['engine'], level: 'erratum' }],
  ])('that are none are bad usage: %s', (_what, selection) => {
    expect(() => chosen(selection)).toThrow(UsageError);
  });

  test('of a glob that matches nothing the message names it', () => {
    expect(() => chosen({ only: ['nothing.*'] })).toThrow('no claim matches "nothing.*"');
  });
});

test('a level is one of three, as it is written', () => {
  expect(['stated', 'implied', 'erratum'].map(parseLevel)).toEqual(['stated', 'implied', 'erratum']);
  for (const text of ['', 'Stated', 'all', 'stated ']) expect(() => parseLevel(text)).toThrow(UsageError);
});
