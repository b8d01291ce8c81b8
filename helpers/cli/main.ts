/** The command line: reads it, runs one command, and turns what comes of it into an exit status. */
import { CommanderError } from 'commander';
import { buildProgram } from './program';
import { reportTrouble } from './trouble';

/** Usage of a command that could not be read: commander has printed the line already. */
const BAD_USAGE = 2;

async function main(): Promise<void> {
  // Who reads (`head`) may have had enough: what is judged goes on, and so does its exit status.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  const program = buildProgram();
  try {
    await program.parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : BAD_USAGE;
    else process.exitCode = reportTrouble(error, process.argv.includes('--verbose'));
  }
}

void main();
