/** action.yml: what of its inputs reaches the command line. The steps of others (setup-node, npm ci) are not run here. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { temporaryFolder } from '../fixtures/temporary-folder';
import { packageRoot } from '../package-root';

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: {
    readonly using: string;
    readonly steps: readonly { id?: string; shell?: string; run?: string; env?: Record<string, string> }[];
  };
}

const action = parse(readFileSync(join(packageRoot(), 'action.yml'), 'utf8')) as Action;
const judge = action.runs.steps.find(({ id }) => id === 'judge');
const folder = temporaryFolder();

/** Runs the script as GitHub does, with a command that prints its arguments and ends with the status. */
function judged(
  inputs: Readonly<Record<string, string>>,
  status = 0,
): { words: string[]; status: number; outputs: string } {
  const [command, output] = [join(folder, 'command.js'), join(folder, 'output')];
  writeFileSync(command, `console.log(JSON.stringify(process.argv.slice(2))); process.exitCode = ${status};`);
  writeFileSync(output, '');
  const value = (text: string) =>
    text.replace(
      /\$\{\{ inputs\.([\w-]+) \}\}/g,
      (_all, name: string) => inputs[name] ?? action.inputs[name]?.default ?? '',
    );
  const env = Object.fromEntries(Object.entries(judge?.env ?? {}).map(([key, text]) => [key, value(text)]));
  const script = join(folder, 'script.sh');
  writeFileSync(script, judge?.run ?? '');
  const run = `bash --noprofile --norc -eo pipefail ${script}; echo "$?"`;
  const lines = execFileSync('bash', ['-c', run], {
    encoding: 'utf8',
    // Bash takes a pipe of Node's for a remote shell, and would read its start-up file.
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env.PATH, ...env, ENGINE_CONFORMANCE: command, GITHUB_OUTPUT: output },
  }).split('\n');
  return {
    words: JSON.parse(lines[0] ?? '') as string[],
    status: Number(lines[1]),
    outputs: readFileSync(output, 'utf8'),
  };
}

test('without inputs the default target is run', () => {
  expect(action.runs.using).toBe('composite');
  expect(judged({})).toEqual({
    words: ['run', '--output', 'engine-conformance'],
    status: 0,
    outputs: 'report=engine-conformance\nstatus=0\n',
  });
});

test('with a baseline it is a gate, and its status is that of the step', () => {
  const inputs = {
    baseline: 'old report.json',
    accept: 'w.yaml',
    target: 'docker@28.5.2\n\nunix:///a b\n',
    args: '--only\nnetwork.*\n',
  };
  const words = ['gate', '--baseline', 'old report.json', '--accept', 'w.yaml', '--target', 'docker@28.5.2'];
  expect(judged(inputs, 1)).toMatchObject({
    words: [...words, '--target', 'unix:///a b', '--only', 'network.*', '--output', 'engine-conformance'],
    status: 1,
    outputs: expect.stringContaining('status=1'),
  });
});

test('an input is never a part of the script', () => {
  const hostile = '$(touch hacked); `touch hacked` "; touch hacked; "';
  expect(judged({ baseline: hostile, target: hostile }).words).toEqual([
    ...['gate', '--baseline', hostile, '--target', hostile, '--output', 'engine-conformance'],
  ]);
  for (const { run = '' } of action.runs.steps) expect(run).not.toContain('${{');
});

test('every input that is named is one, and every output comes of the step', () => {
  const text = readFileSync(join(packageRoot(), 'action.yml'), 'utf8');
  const named = [...text.matchAll(/inputs\.([\w-]+)/g)].map(([, name]) => name);
  expect(new Set(named)).toEqual(new Set(Object.keys(action.inputs)));
  for (const [name, { value }] of Object.entries(action.outputs)) expect(value).toContain(`judge.outputs.${name} `);
});
