import type { Config } from '../target/config';
import { UsageError } from '../usage-error';
import type { RunFlags } from './program';
import { configurationOf, runSettings } from './settings';

const NO_FLAGS: RunFlags = { target: [], only: [], skip: [] };
const FILE: Config = {
  targets: {},
  run: {
    only: ['engine'],
    skip: ['engine.x'],
    level: 'stated',
    apiVersion: '1.24',
    strict: true,
    repeat: 3,
    output: 'out',
  },
} as unknown as Config;

describe('the settings of a run', () => {
  test('are the defaults where nobody says anything', () => {
    expect(runSettings(NO_FLAGS, { targets: {} } as unknown as Config)).toEqual({
      only: [],
      skip: [],
      level: null,
      apiVersion: null,
      strict: false,
      repeat: 1,
      bootstrap: false,
      output: 'reports/out',
    });
  });

  test('are those of the file where no flag is given', () => {
    expect(runSettings(NO_FLAGS, FILE)).toEqual({ ...FILE.run, bootstrap: false });
  });

  test('are those of the flags before those of the file', () => {
    const flags = {
      only: ['network'],
      skip: ['network.x'],
      level: 'implied',
      apiVersion: '1.41',
      repeat: 2,
      output: 'o',
      strict: false,
    };
    expect(runSettings({ ...NO_FLAGS, ...flags, bootstrap: true }, FILE)).toEqual({ ...flags, bootstrap: true });
  });

  test.each<[string, Partial<RunFlags>, RegExp]>([
    ['a level that is none', { level: 'all' }, /^unknown level "all"$/],
    ['an engine to be started and a target', { bootstrap: true, target: ['unix:///x'] }, /contradict each other/],
  ])('are refused: %s', (_what, flags, message) => {
    expect(() => runSettings({ ...NO_FLAGS, ...flags }, FILE)).toThrow(UsageError);
    expect(() => runSettings({ ...NO_FLAGS, ...flags }, FILE)).toThrow(message);
  });

  test('may start an engine for engines of the lab to be on', () => {
    const flags = { ...NO_FLAGS, bootstrap: true, target: ['docker@20.10.24', 'unix:///x'] };
    expect(runSettings(flags, FILE)).toMatchObject({ bootstrap: true });
  });

  test('are in the report, but for the place that it is written to', () => {
    const { output, ...kept } = runSettings(NO_FLAGS, FILE);
    expect(output).toBe('out');
    expect(configurationOf({ ...kept, output })).toEqual(kept);
  });
});
