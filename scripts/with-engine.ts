/**
 * Starts an engine of the project's own, runs one command with it as DOCKER_HOST, and stops it: for several commands that
 * are to share what the engine holds, as images of the lab.
 *
 *   node -r esbuild-register scripts/with-engine.ts COMMAND [ARGUMENT]...
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { bootstrapEngine } from '../helpers/bootstrap/engine';
import { UsageError } from '../helpers/usage-error';

async function main([file, ...args]: readonly string[]): Promise<number> {
  if (file === undefined) {
    process.stderr.write('with-engine: no command given\n  mend: with-engine.ts COMMAND [ARGUMENT]...\n');
    return 2;
  }
  const log = (line: string) => void process.stderr.write(`${line}\n`);
  const interruption = new AbortController();
  // The command has the same terminal, and ends by itself; the engine must outlive it.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => interruption.abort());
  const engine = await bootstrapEngine({ log, signal: interruption.signal });
  try {
    const child = spawn(file, args, { stdio: 'inherit', env: { ...process.env, ...engine.env } });
    const [status] = (await once(child, 'exit')) as [number | null];
    return status ?? 130;
  } finally {
    await engine.stop();
  }
}

main(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    process.stderr.write(`with-engine: ${error instanceof Error ? error.message : String(error)}\n`);
    if (error instanceof UsageError) process.stderr.write(`  mend: ${error.mend}\n`);
    process.exitCode = 2;
  },
);
