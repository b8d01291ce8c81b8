/** What processes in containers say, changed on its way: commands that are run in one, and what a container wrote. */
import { demultiplex, type Output } from '../engine/multiplex';
import { plantOf } from './answers';
import { multiplexed } from './frames';
import { isObject, parsedJson } from './json';
import type { Hand, Plant, Reply } from './plant';
import { bytesOf, isSuccess, withBody } from './reply';
import { meantBy } from './selector';

/** What becomes of the standard output of a process. */
export type Rewriting = (stdout: string) => string;

/** Commands, as they are run in a container: all whose words, with blanks between them, match. */
export interface Commands {
  readonly command: RegExp;
  /** Only of the n-th on, counted from 1. */
  readonly since?: number;
}

const EXEC_CREATE = meantBy('POST /containers/*/exec');
const EXEC_START = meantBy('POST /exec/*/start');
const EXEC_INSPECT = meantBy('GET /exec/*/json');

/** The standard output of commands is changed. Only where the connection is not taken over (`Upgrade`), which passes through. */
export function prints(commands: RegExp | Commands, rewriting: Rewriting): Plant {
  return ofCommands(commands, {
    start: async (reply, planted) => rewrittenOutput(reply, rewriteStdout(rewriting), planted),
  });
}

/** What commands write to both their outputs comes as these. */
export function printsBoth(commands: RegExp | Commands, rewriting: (output: Output) => Output): Plant {
  return ofCommands(commands, { start: async (reply, planted) => rewrittenOutput(reply, rewriting, planted) });
}

/** Commands are shown with another exit code. */
export function exits(commands: RegExp | Commands, exitCode: number | null): Plant {
  return ofCommands(commands, {
    inspect: async (reply, planted) => {
      const inspect = parsedJson(await bytesOf(reply));
      planted();
      const shown = isObject(inspect) ? { ...inspect, ExitCode: exitCode } : null;
      return withBody(reply, Buffer.from(JSON.stringify(shown)));
    },
  });
}

/** What the first process of a container wrote is changed, as its logs tell it. */
export function logs(rewriting: Rewriting): Plant {
  return plantOf('GET /containers/*/logs', async (call, ask, planted) =>
    rewrittenOutput(await ask(call), rewriteStdout(rewriting), planted),
  );
}

interface Steps {
  readonly start?: (reply: Reply, planted: () => void) => Promise<Reply>;
  readonly inspect?: (reply: Reply, planted: () => void) => Promise<Reply>;
}

function ofCommands(commands: RegExp | Commands, steps: Steps): Plant {
  const { command, since = 1 } = commands instanceof RegExp ? { command: commands } : commands;
  const hand = (): Hand => {
    const chosen = new Set<string>();
    let count = 0;
    return async (call, ask, planted) => {
      const reply = await ask(call);
      if (!isSuccess(reply)) return reply;
      if (!EXEC_CREATE(call.method, call.path)) {
        const step = EXEC_START(call.method, call.path) ? steps.start : steps.inspect;
        const [, , id = ''] = call.path.split('/');
        return step !== undefined && chosen.has(id) ? step(reply, planted) : reply;
      }
      const bytes = await bytesOf(reply);
      if (command.test(wordsOf(call.body))) {
        count += 1;
        const created = parsedJson(bytes);
        if (count >= since && isObject(created)) chosen.add(String(created.Id));
      }
      return withBody(reply, bytes);
    };
  };
  const meant: Plant['meant'] = (...asked) => [EXEC_CREATE, EXEC_START, EXEC_INSPECT].some((each) => each(...asked));
  return { meant, hand };
}

function wordsOf(body: Buffer): string {
  const exec = parsedJson(body);
  return isObject(exec) && Array.isArray(exec.Cmd) ? exec.Cmd.join(' ') : '';
}

async function rewrittenOutput(
  reply: Reply,
  rewriting: (output: Output) => Output,
  planted: () => void,
): Promise<Reply> {
  const bytes = await bytesOf(reply);
  const before = demultiplex(bytes);
  const after = rewriting(before);
  if (after.stdout === before.stdout && after.stderr === before.stderr) return withBody(reply, bytes);
  planted();
  const frames = [[1, after.stdout] as const, [2, after.stderr] as const];
  return withBody(reply, multiplexed(frames));
}

function rewriteStdout(rewriting: Rewriting): (output: Output) => Output {
  return ({ stdout, stderr }) => ({ stdout: rewriting(stdout), stderr });
}
