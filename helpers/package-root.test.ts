import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from './package-root';

describe('packageRoot', () => {
  it('is the folder of this package', () => {
    const manifest: unknown = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8'));
    expect(manifest).toMatchObject({ name: 'engine-conformance' });
  });

  it('holds the schemas', () => {
    expect(readFileSync(join(packageRoot(), 'schemas/engine-v1.23/requests.json'), 'utf8')).toContain('"apiVersion"');
  });
});
