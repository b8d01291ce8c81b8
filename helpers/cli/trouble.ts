/** What a person reads when nothing could be judged: one line, and the mend. */
import { forTerminal } from '../../reports/escape';
import { UsageError } from '../usage-error';

/**
 * Prints an error on stderr.
 *
 * @param verbose prints the stack too
 * @returns the exit status, 2
 */
export function reportTrouble(error: unknown, verbose: boolean): 2 {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`engine-conformance: ${line(message)}\n`);
  if (error instanceof UsageError && error.mend !== undefined) process.stderr.write(`  mend: ${line(error.mend)}\n`);
  if (verbose && error instanceof Error)
    process.stderr.write(
      `${(error.stack ?? '')
        .split('\n')
        .map((each) => forTerminal(each))
        .join('\n')}\n`,
    );
  else if (!(error instanceof UsageError))
    process.stderr.write('  this is a fault of the suite; --verbose shows where\n');
  return 2;
}

function line(text: string): string {
  return forTerminal(text.replace(/\s*\n\s*/g, ' ').trim());
}
