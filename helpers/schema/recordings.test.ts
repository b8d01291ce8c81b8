import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../package-root';
import { type SchemaName, schemaErrors } from './validator';

interface Recording {
  readonly request: { readonly method: string; readonly path: string };
  readonly status: number;
  readonly body: unknown;
}

/** Which schema an answer of status 200 or 201 is judged by; the first that fits. */
const COVERED: readonly [RegExp, SchemaName][] = [
  [/^GET \/version$/, 'version'],
  [/^GET \/info$/, 'info'],
  [/^GET \/images\/json$/, 'image-list'],
  [/^GET \/images\/.+\/json$/, 'image-inspect'],
  [/^GET \/containers\/json$/, 'container-list'],
  [/^GET \/containers\/[^/]+\/json$/, 'container-inspect'],
  [/^POST \/containers\/create$/, 'container-create'],
  [/^POST \/containers\/[^/]+\/exec$/, 'exec-create'],
  [/^GET \/exec\/[^/]+\/json$/, 'exec-inspect'],
  [/^GET \/networks$/, 'network-list'],
  [/^GET \/networks\/[^/]+$/, 'network-inspect'],
  [/^POST \/networks\/create$/, 'network-create'],
  [/^GET \/volumes$/, 'volume-list'],
  [/^GET \/volumes\/[^/]+$/, 'volume-inspect'],
];

function schemaOf({ request, status }: Recording): SchemaName | undefined {
  if (status >= 400) return 'error';
  const call = `${request.method} ${request.path.split('?')[0]}`;
  return COVERED.find(([pattern]) => pattern.test(call))?.[1];
}

const folder = join(packageRoot(), 'schemas/fixtures/recordings/docker-1.11.1');
const recordings = readdirSync(folder).map((file): [string, Recording] => [
  file,
  JSON.parse(readFileSync(join(folder, file), 'utf8')) as Recording,
]);
const covered = recordings.flatMap(([file, recording]): [string, SchemaName, unknown][] => {
  const name = schemaOf(recording);
  return name === undefined ? [] : [[file, name, recording.body]];
});

describe('the answers recorded on Docker 1.11.1', () => {
  it.each(covered)('%s is valid against %s', (_, name, body) => {
    expect(schemaErrors(name, body)).toEqual([]);
  });

  it('are covered but for those without a document', () => {
    const bare = recordings.filter(([, recording]) => schemaOf(recording) === undefined);
    expect(bare.filter(([, { body }]) => body !== '' && body !== 'OK')).toEqual([]);
  });

  it('cover the schemas of the document: every one but those that it never asks for', () => {
    const names = new Set(covered.map(([, name]) => name));
    expect([...names].sort()).toEqual([...COVERED.map(([, name]) => name), 'error'].sort());
  });
});
