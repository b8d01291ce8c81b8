import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../package-root';
import { COMPILED_FILE, compiledAhead, compiledModule, fingerprint } from './ahead';
import { validDocuments } from './fixtures/documents';
import { compiled, compiledCode } from './forms';
import { schemaNames } from './validator';

describe('validators that are compiled ahead', () => {
  // Below the package, since they require parts of ajv; dist/ is where the build has them, and is not kept by git.
  const dist = join(packageRoot(), 'dist');
  let folder: string;
  beforeEach(() => {
    mkdirSync(dist, { recursive: true });
    folder = mkdtempSync(join(dist, 'ahead-test-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (text: string) => writeFileSync(join(folder, COMPILED_FILE), text);

  it('are none where the build wrote none', () => {
    expect(compiledAhead(folder)).toBeUndefined();
  });

  it('are not used where a schema was changed since', () => {
    write(compiledModule('exports.info = () => true;'));
    expect(compiledAhead(folder)).toBeDefined();
    jest.resetModules();
    write(compiledModule('').replace(fingerprint(), fingerprint().replace(/./g, '0')));
    expect(compiledAhead(folder)).toBeUndefined();
  });

  it('find in every document what those find that are compiled when they are needed', () => {
    write(compiledModule(compiledCode()));
    const ahead = compiledAhead(folder);
    for (const name of schemaNames()) {
      const documents = [...validDocuments(name), null, {}, [], '', [{}], { ...Object(validDocuments(name)[0]), X: 1 }];
      for (const document of documents) {
        const now = compiled(name, 'all');
        expect(ahead?.[name]?.(document)).toBe(now(document));
        expect(ahead?.[name]?.errors).toEqual(now.errors);
      }
    }
  });
});
