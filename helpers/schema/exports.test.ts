/** Other tools read the schemas from the package: `engine-conformance/schemas/engine-v1.23/event.schema.json`. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { gunzipSync } from 'node:zlib';
import { extract } from 'tar-stream';
import { temporaryFolder } from '../fixtures/temporary-folder';
import { packageRoot } from '../package-root';
import { SHARED_SCHEMAS, schemaNames, schemaPath } from './names';

const folder = temporaryFolder();

/** Packs the package as for a registry, and installs it as npm does: unpacked into node_modules. */
async function install(): Promise<void> {
  const options = { cwd: packageRoot(), stdio: 'pipe' } as const;
  execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], options);
  const [tarball = ''] = readdirSync(folder);
  const archive = Readable.from([gunzipSync(readFileSync(join(folder, tarball)))]).pipe(extract());
  for await (const entry of archive) {
    const file = join(folder, 'node_modules/engine-conformance', entry.header.name.replace(/^package\//, ''));
    mkdirSync(dirname(file), { recursive: true });
    const pieces: Buffer[] = [];
    for await (const piece of entry) pieces.push(piece as Buffer);
    writeFileSync(file, Buffer.concat(pieces));
  }
}

/** What a program in that folder finds under each name: the file's JSON, or the code of the error. */
function found(names: readonly string[]): readonly unknown[] {
  const script = `const found = (name) => { try { return require(name); } catch (error) { return error.code; } };
    process.stdout.write(JSON.stringify(${JSON.stringify(names)}.map(found)));`;
  return JSON.parse(execFileSync(process.execPath, ['-e', script], { cwd: folder, encoding: 'utf8' })) as unknown[];
}

beforeAll(install, 60_000);

describe('the packed package', () => {
  it('exports each schema, and the parts that they share', () => {
    const paths = [...schemaNames().map(schemaPath), ...SHARED_SCHEMAS, 'schemas/report.schema.json', 'package.json'];
    const files = paths.map((path) => JSON.parse(readFileSync(join(packageRoot(), path), 'utf8')) as unknown);
    expect(found(paths.map((path) => `engine-conformance/${path}`))).toEqual(files);
  });

  it('exports neither code nor recordings, and holds no recordings', () => {
    const names = ['engine-conformance', 'engine-conformance/bin/engine-conformance.js'];
    const recording = 'schemas/fixtures/recordings/docker-1.11.1/01-ping.json';
    const refused = 'ERR_PACKAGE_PATH_NOT_EXPORTED';
    expect(found([...names, `engine-conformance/${recording}`])).toEqual([refused, refused, refused]);
    expect(readdirSync(join(folder, 'node_modules/engine-conformance/schemas'))).not.toContain('fixtures');
  });
});
