import { CommanderError } from 'commander';
import { catchWrites, type Written } from '../fixtures/written';
import { buildProgram } from './program';

const called = jest.fn<void, [name: string, ...given: unknown[]]>();
const stub = (name: string) => ({ [name]: (...given: unknown[]) => called(name, ...given) });
jest.mock('./commands/run.js', () => stub('run'), { virtual: true });
jest.mock('./commands/plan.js', () => stub('plan'), { virtual: true });
jest.mock('./commands/claims.js', () => stub('claims'), { virtual: true });
jest.mock('./commands/report.js', () => stub('report'), { virtual: true });
jest.mock('./commands/schema.js', () => ({ ...stub('listSchemas'), ...stub('showSchema'), ...stub('checkSchema') }), {
  virtual: true,
});
jest.mock('./commands/clean.js', () => stub('clean'), { virtual: true });
jest.mock('./commands/doctor.js', () => stub('doctor'), { virtual: true });

let stderr: Written;
let stdout: Written;
beforeEach(() => {
  called.mockClear();
  stderr = catchWrites(process.stderr);
  stdout = catchWrites(process.stdout);
});
afterEach(() => {
  stderr.restore();
  stdout.restore();
});

const parse = (...words: string[]) => buildProgram().parseAsync(words, { from: 'user' });

async function refusal(...words: string[]): Promise<CommanderError> {
  try {
    await parse(...words);
  } catch (error) {
    if (error instanceof CommanderError) return error;
    throw error;
  }
  throw new Error(`${words.join(' ')} was accepted`);
}

describe('a command line', () => {
  test('without flags has no target, no selection and no settings', async () => {
    await parse('run');
    expect(called.mock.calls).toEqual([['run', { target: [], only: [], skip: [] }]]);
  });

  test('may have each flag, and some of them more than once', async () => {
    await parse(
      ...[
        'run',
        '-t',
        'a',
        '--target',
        'b',
        '--only',
        'x.*',
        '--only',
        'y',
        '--skip',
        'z',
        '--level',
        'implied',
        '--strict',
      ],
      ...[
        '--repeat',
        '3',
        '--bootstrap',
        '--probe-image',
        '/bin/busybox',
        '-o',
        'out',
        '--config',
        'c.yaml',
        '--verbose',
      ],
      ...['--api-version', '1.41', '--tls-ca', 'ca', '--tls-cert', 'cert', '--tls-key', 'key'],
    );
    expect(called.mock.calls[0]?.[1]).toEqual({
      target: ['a', 'b'],
      only: ['x.*', 'y'],
      skip: ['z'],
      level: 'implied',
      strict: true,
      repeat: 3,
      bootstrap: true,
      probeImage: '/bin/busybox',
      output: 'out',
      config: 'c.yaml',
      apiVersion: '1.41',
      tlsCa: 'ca',
      tlsCert: 'cert',
      tlsKey: 'key',
      verbose: true,
    });
  });

  test.each<[string[], unknown[]]>([
    [
      ['plan', '-t', 'a', '--json'],
      ['plan', { target: ['a'], only: [], skip: [], json: true }],
    ],
    [
      ['claims', '--section', 'network', '--json'],
      ['claims', { section: 'network', json: true }],
    ],
    [
      ['report', 'a.json', 'b.json'],
      ['report', ['a.json', 'b.json'], 'terminal'],
    ],
    [
      ['report', 'a.json', '--format', 'junit'],
      ['report', ['a.json'], 'junit'],
    ],
    [
      ['schema', 'list', '--json'],
      ['listSchemas', { json: true }],
    ],
    [
      ['schema', 'show', 'version'],
      ['showSchema', 'version'],
    ],
    [
      ['schema', 'check', 'version'],
      ['checkSchema', 'version', '-', {}],
    ],
    [
      ['schema', 'check', 'version', 'saved.json', '--strict', '--json'],
      ['checkSchema', 'version', 'saved.json', { strict: true, json: true }],
    ],
    [
      ['clean', '-t', 'a', '-t', 'b'],
      ['clean', { target: ['a', 'b'] }],
    ],
    [['doctor'], ['doctor', { target: [] }]],
  ])('%j calls the command with what it was given', async (words, expected) => {
    await parse(...words);
    expect(called.mock.calls).toEqual([expected]);
  });

  test('that is read twice collects nothing from the first time', async () => {
    await parse('run', '--only', 'a');
    await parse('run', '--only', 'b');
    expect(called.mock.calls.map(([, flags]) => (flags as { only: string[] }).only)).toEqual([['a'], ['b']]);
  });

  test.each([
    ['an unknown command', ['runn']],
    ['an unknown flag', ['run', '--fast']],
    ['a flag of another command', ['claims', '--bootstrap']],
    ['a flag without its value', ['run', '--target']],
    ['a word too many', ['run', 'everything']],
    ['no report', ['report']],
    ['a format that is none', ['report', 'a.json', '--format', 'pdf']],
    ['an unknown command of schema', ['schema', 'chek', 'version']],
    ['an unknown flag of schema check', ['schema', 'check', 'version', '--lax']],
    ['no schema', ['schema', 'check']],
    ['two files', ['schema', 'check', 'version', 'a.json', 'b.json']],
    ['no repetition', ['run', '--repeat', '0']],
    ['fewer than none', ['run', '--repeat', '-1']],
    ['too many repetitions', ['run', '--repeat', '10000']],
    ['half a repetition', ['run', '--repeat', '1.5']],
    ['a number that is none', ['run', '--repeat', '3x']],
    ['an API version with a letter', ['run', '--api-version', 'v1.41']],
    ['half an API version', ['plan', '--api-version', '1']],
    ['an API version of three parts', ['clean', '--api-version', '1.41.0']],
  ])('with %s is refused with a line on stderr, and nothing is called', async (_what, words) => {
    const error = await refusal(...words);
    expect(error.exitCode).not.toBe(0);
    expect(stderr.text()).toMatch(/^engine-conformance: .+\n {2}mend: .+\n$/);
    expect(stdout.text()).toBe('');
    expect(called).not.toHaveBeenCalled();
  });

  test.each([['--help'], ['-h'], ['run', '--help']])(
    '%s %s shows what there is, with the exit status',
    async (...words) => {
      expect((await refusal(...words.filter((word) => word !== undefined))).exitCode).toBe(0);
      expect(stdout.text()).toContain('Exit status: 0 conforms');
    },
  );

  test('--version is that of the package', async () => {
    expect((await refusal('--version')).exitCode).toBe(0);
    expect(stdout.text()).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
