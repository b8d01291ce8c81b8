import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../fixtures/temporary-folder';
import { freezerGroup, removeEmpty, removeGroup } from './control-groups';

let directory: string;

beforeEach(() => {
  directory = temporaryFolder();
});

test('The group in the freezer is found in version 1; version 2 and the root have none.', () => {
  expect(freezerGroup('9:pids:/docker/a\n7:freezer:/docker/abc\n0::/docker/abc\n')).toBe('/docker/abc');
  expect(freezerGroup('7:freezer:/\n')).toBeUndefined();
  expect(freezerGroup('0::/docker/abc\n')).toBeUndefined();
});

test('Groups are removed innermost first, and what holds something stays.', () => {
  mkdirSync(join(directory, 'a/b/c'), { recursive: true });
  expect(removeGroup(join(directory, 'a'))).toBe(true);
  expect(removeGroup(join(directory, 'none'))).toBe(true);
  mkdirSync(join(directory, 'd/e'), { recursive: true });
  writeFileSync(join(directory, 'd/e/held'), '');
  expect(removeGroup(join(directory, 'd'))).toBe(false);
  expect(() => removeEmpty(join(directory, 'd'))).not.toThrow();
});
