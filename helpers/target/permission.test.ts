import { chmodSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../fixtures/temporary-folder';
import { barredToOthers } from './permission';

describe('what bars others from executing a file', () => {
  let root: string;
  let inner: string;
  let file: string;

  beforeEach(() => {
    root = realpathSync(temporaryFolder());
    inner = join(root, 'inner');
    file = join(inner, 'program');
    mkdirSync(inner);
    writeFileSync(file, '');
    chmodSync(root, 0o755);
    chmodSync(inner, 0o711);
    chmodSync(file, 0o755);
  });

  test('is nothing where the file and every directory above it let others execute.', () => {
    expect(barredToOthers(file)).toBeNull();
  });

  test('is the file where only its owner may execute it.', () => {
    chmodSync(file, 0o740);
    expect(barredToOthers(file)).toBe(file);
  });

  test('is the outermost directory that others cannot pass.', () => {
    chmodSync(root, 0o700);
    chmodSync(inner, 0o700);
    expect(barredToOthers(file)).toBe(root);
  });

  test('cannot be said of a file that is not there.', () => {
    expect(() => barredToOthers(join(inner, 'missing'))).toThrow('ENOENT');
  });
});
