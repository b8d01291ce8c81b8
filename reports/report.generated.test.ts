import { execFileSync } from 'node:child_process';
import path from 'node:path';

describe('the generated types', () => {
  it('are those of the schemas', () => {
    const script = path.join(__dirname, '..', 'scripts', 'generate-types.js');
    expect(() => execFileSync(process.execPath, [script, '--check'], { stdio: 'pipe' })).not.toThrow();
  });
});
