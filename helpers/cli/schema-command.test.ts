/** The command `schema` in a process of its own, as an operator runs it: what `npm run build` made is what is tried. */
import { spawnSync } from 'node:child_process';
import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../fixtures/temporary-folder';
import { packageRoot } from '../package-root';

const COMMAND = join(packageRoot(), 'bin/engine-conformance.js');
const folder = temporaryFolder();

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Tells, at the end of a process, what it took and which packages it loaded. */
const watch = file(
  'watch.js',
  `process.on('exit', () => require('fs').writeFileSync(__dirname + '/watched.json', JSON.stringify({
    peakMb: process.resourceUsage().maxRSS / 1024, loaded: Object.keys(require.cache) })));`,
);
const watched = () =>
  JSON.parse(readFileSync(join(folder, 'watched.json'), 'utf8')) as { peakMb: number; loaded: string[] };

const env = { ...process.env, NO_COLOR: '1', LC_ALL: 'C.UTF-8' };
const start = (command: string, args: readonly string[], input = '') =>
  spawnSync(command, args, { cwd: folder, env, input, encoding: 'utf8', maxBuffer: 1 << 26 });
const schema = (args: readonly string[], input?: string) =>
  start(process.execPath, ['-r', watch, COMMAND, 'schema', ...args], input);
/** A pipe as a shell makes it; `$SCHEMA` is the command. */
const shell = (script: string) =>
  start('sh', ['-c', script.replaceAll('$SCHEMA', `'${process.execPath}' -r '${watch}' '${COMMAND}' schema`)]);

const recorded = (name: string) => {
  const path = join(packageRoot(), 'schemas/fixtures/recordings/docker-1.11.1', name);
  return (JSON.parse(readFileSync(path, 'utf8')) as { body: unknown }).body;
};
const container = recorded('24-container-web-01.json') as { readonly Name: string };

describe('schema', () => {
  it('list shows name, title and description, a line each, and the same as JSON', () => {
    const lines = schema(['list']).stdout.trim().split('\n');
    expect(lines).toContainEqual(expect.stringMatching(/^volume-list +Volume list: Answer of GET \/volumes, /));
    const listed = JSON.parse(schema(['list', '--json']).stdout) as Record<string, string>[];
    expect(listed.map(({ name, title, description }) => [name, title, description].map(String).every(Boolean))).toEqual(
      lines.map(() => true),
    );
  });

  it('show prints a schema that stands by itself', () => {
    const { stdout, status } = schema(['show', 'network-list']);
    expect([status, JSON.parse(stdout)]).toEqual([
      0,
      expect.objectContaining({
        title: 'Network list',
        items: { $ref: '#/$defs/network-inspect' },
        $defs: expect.objectContaining({ objectId: expect.any(Object) }),
      }),
    ]);
  });

  it.each([
    ['an object', JSON.stringify(container)],
    ['an array, as docker inspect prints it', JSON.stringify([container], null, 4)],
    ['with a byte order mark', `\ufeff${JSON.stringify(container)}`],
  ])('check finds that a recorded answer conforms: %s', (_what, text) => {
    const { status, stdout, stderr } = schema(['check', 'container-inspect', '--strict'], text);
    expect({ status, stdout, stderr }).toEqual({
      status: 0,
      stdout: '✓ 1 document conforms to container-inspect (strict)\n',
      stderr: '',
    });
  });

  it('check exits with 1 where one of several departs, and says which', () => {
    const text = JSON.stringify([container, { ...container, Name: 5 }]);
    const { status, stdout } = schema(['check', 'container-inspect', file('two.json', text)]);
    expect([status, stdout]).toEqual([
      1,
      expect.stringMatching(/^document 2 of 2 · [0-9a-f]{12}\n {2}✗ \/Name {2}type\n {4}expected {2}a string\n/),
    ]);
    const json: unknown = JSON.parse(schema(['check', 'container-inspect', '--json'], text).stdout);
    expect(json).toMatchObject({ valid: false, departing: 1, errors: [{ document: 1, path: '/Name', observed: '5' }] });
  });

  it('check keeps its exit status where nobody reads to the end', () => {
    const many = file('many.json', `[${'{},'.repeat(2000)}{}]`);
    const { stdout, stderr } = shell(`{ $SCHEMA check info ${many} --json; echo "status $?" >&2; } | head -n 1`);
    expect([stdout, stderr]).toEqual(['{\n', 'status 1\n']);
  });

  it('check judges what nests 10,000 levels deep', () => {
    const deep = `${'{"Status":['.repeat(5000)}${']}'.repeat(5000)}`;
    expect(schema(['check', 'info'], deep).status).toBe(1);
    expect(schema(['check', 'info', '--strict', '--json'], deep).status).toBe(1);
    expect(schema(['check', 'network-list'], '['.repeat(10_000) + ']'.repeat(10_000)).status).toBe(1);
  });

  it('loads neither jest nor a client of engines', () => {
    schema(['check', 'info'], '{}');
    const { loaded } = watched();
    expect(loaded.filter((path) => path.includes('/commands/schema'))).toHaveLength(1);
    expect(loaded.filter((path) => /node_modules\/(?:@?jest|dockerode|testcontainers)/.test(path))).toEqual([]);
  });
});

const BAD_INPUT: readonly { what: string; args: readonly string[]; input?: string; says: RegExp }[] = [
  {
    what: 'an unknown schema',
    args: ['check', 'contianer-inspect'],
    says: /"contianer-inspect".*\n.*container-inspect/,
  },
  {
    what: 'an unknown schema to show',
    args: ['show', 'network'],
    says: /"network".*\n.*network-inspect, network-list/,
  },
  { what: 'an unknown command', args: ['chek'], says: /unknown command 'chek'/ },
  { what: 'an unknown flag', args: ['check', 'info', '--lax'], says: /--lax/ },
  { what: 'no schema', args: ['check'], says: /name/ },
  { what: 'two files', args: ['check', 'info', 'a', 'b'], says: /too many arguments/ },
  {
    what: 'malformed JSON',
    args: ['check', 'info'],
    input: '{\n "a": 1,\n}',
    says: /unexpected } at line 3, column 1/,
  },
  {
    what: 'a malformed line',
    args: ['check', 'event'],
    input: '{}\n{"a" 1}\n',
    says: /unexpected 1 at line 2, column 6/,
  },
  { what: 'a cut document', args: ['check', 'info'], input: '{"a": [1,', says: /unexpected end at line 1, column 10/ },
  { what: 'too deep and cut', args: ['check', 'info'], input: '['.repeat(10_000), says: /unexpected end .* 10001/ },
  { what: 'no input', args: ['check', 'info', '-'], says: /standard input is empty/ },
  { what: 'no text', args: ['check', 'error'], says: /standard input is empty/ },
  { what: 'blank input', args: ['check', 'info'], input: ' \n\n', says: /standard input is blank/ },
  { what: 'an empty file', args: ['check', 'info', file('empty', '')], says: /empty" is empty/ },
  { what: 'an empty array', args: ['check', 'info'], input: '[]\n', says: /empty array/ },
  { what: 'a missing file', args: ['check', 'info', '/nowhere/x.json'], says: /"\/nowhere\/x\.json" does not exist/ },
  { what: 'a folder', args: ['check', 'info', folder], says: /is a folder/ },
  { what: 'a program', args: ['check', 'info', process.execPath], says: /bytes, and at most 33554432 are read|binary/ },
  { what: 'binary input', args: ['check', 'info', file('b', Buffer.of(123, 0, 125))], says: /b" is binary/ },
  { what: 'UTF-16', args: ['check', 'info', file('w', Buffer.of(255, 254, 123, 0))], says: /w" is UTF-16/ },
  { what: 'no UTF-8', args: ['check', 'info', file('l', Buffer.of(10, 233))], says: /0xe9 at line 2/ },
  { what: 'a device without end', args: ['check', 'info', '/dev/zero'], says: /goes on after 33554432 bytes/ },
  { what: 'too many values', args: ['check', 'info'], input: `[${'0,'.repeat(1_500_000)}0]`, says: /1500000 values/ },
];

describe('bad input to schema', () => {
  it.each(BAD_INPUT)('$what: one line, its mend, status 2', ({ args, input, says }) => {
    const { status, stdout, stderr } = schema(args, input);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(says);
    expect(stderr).toMatch(/^engine-conformance: .+\n {2}mend: .+\n$/);
  });

  it('that is 200 MB is refused unread, as a file and in a pipe', () => {
    const large = file('large', '');
    truncateSync(large, 200_000_000);
    expect(schema(['check', 'info', large])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('200000000 bytes'),
    });
    expect(watched().peakMb).toBeLessThan(120);
    const piped = shell(`cat ${large} | $SCHEMA check info`);
    expect(piped).toMatchObject({ status: 2, stderr: expect.stringContaining('goes on after 33554432 bytes') });
    expect(watched().peakMb).toBeLessThan(200);
  });

  it('without end is read no further than to the limit', () => {
    const endless = shell('yes | $SCHEMA check info');
    expect(endless).toMatchObject({ status: 2, stderr: expect.stringContaining('goes on after 33554432 bytes') });
  });

  it('as full as may be takes less than 700 MB', () => {
    const fields = Array.from({ length: 1_499_990 }, (_, index) => `"k${index}":1`).join(',');
    expect(schema(['check', 'info', file('full.json', `{${fields}}`)]).status).toBe(1);
    expect(watched().peakMb).toBeLessThan(700);
  });
});
