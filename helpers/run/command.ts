/** Runs a command on this machine, bounded in time and output, without a shell. */
import { type ExecFileException, execFile } from 'node:child_process';
import type { CommandOptions, CommandResult } from '../claims/tools';

const LIMIT_MS = 10_000;
const OUTPUT_LIMIT_BYTES = 4 * 1024 * 1024;

/**
 * Runs `file` with `args`. An exit status other than 0 is a result, not an error.
 *
 * @throws Error where the command cannot be started, takes too long or writes too much
 */
export function runCommand(
  file: string,
  args: readonly string[],
  options: CommandOptions = {},
  signal?: AbortSignal,
): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const settings = {
      env: { ...process.env, LC_ALL: 'C', ...options.env },
      timeout: options.limitMs ?? LIMIT_MS,
      maxBuffer: OUTPUT_LIMIT_BYTES,
      killSignal: 'SIGKILL' as const,
      ...(options.uid === undefined ? {} : { uid: options.uid }),
      ...(options.gid === undefined ? {} : { gid: options.gid }),
      ...(signal === undefined ? {} : { signal }),
    };
    const child = execFile(file, [...args], settings, (error, stdout, stderr) => {
      if (error === null) resolve({ exitCode: 0, stdout, stderr });
      else if (typeof error.code === 'number' && !error.killed) resolve({ exitCode: error.code, stdout, stderr });
      else reject(new Error(`${file} ${args.join(' ')}: ${whyNot(error)}`, { cause: error }));
    });
    // Nobody types: what reads its input finds the end of it.
    child.stdin?.end();
  });
}

function whyNot(error: ExecFileException): string {
  // Node kills both what takes too long and what writes too much.
  if (String(error.code) === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') return `wrote over ${OUTPUT_LIMIT_BYTES} bytes`;
  return error.killed ? 'took too long' : error.message;
}
