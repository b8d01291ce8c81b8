import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { packageRoot } from '../package-root';

/** A process that waits for its interruption: it says when it is ready, what it was told, and that it was aborted. */
const SCRIPT = `
const { interruption } = require('./helpers/cli/interruption');
const signal = interruption((line) => console.log('said ' + line));
signal.addEventListener('abort', () => console.log('aborted'));
setTimeout(() => {}, 60_000);
console.log('ready');
`;

let child: ChildProcessWithoutNullStreams;
let output = '';
beforeEach(async () => {
  output = '';
  child = spawn(process.execPath, ['-r', 'esbuild-register', '-e', SCRIPT], { cwd: packageRoot() });
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  await said('ready');
});
afterEach(() => {
  child.kill('SIGKILL');
});

async function said(text: string): Promise<void> {
  while (!output.includes(text)) await Promise.race([once(child.stdout, 'data'), once(child, 'exit').then(ended)]);
}

function ended(): never {
  throw new Error(`it ended before its time: ${output}`);
}

test.each([
  ['SIGINT', 'SIGINT'],
  ['SIGTERM', 'SIGINT'],
] as const)(
  '%s aborts the run and lets it go on to its end; %s after it ends it at once, with status 130',
  async (first, second) => {
    child.kill(first);
    await said('aborted');
    expect(output).toContain('said interrupted: removing what this run made');
    expect(child.exitCode).toBeNull();
    const exit = once(child, 'exit');
    child.kill(second);
    expect(await exit).toEqual([130, null]);
  },
);
