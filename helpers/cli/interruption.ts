/** SIGINT and SIGTERM: the first ends the run in order, the second at once. */

/** Exit status of an interrupted run. */
export const INTERRUPTED = 130;

/** A signal that aborts when this process is interrupted. */
export function interruption(say: (line: string) => void): AbortSignal {
  const controller = new AbortController();
  const handle = () => {
    if (controller.signal.aborted) process.exit(INTERRUPTED);
    say('interrupted: removing what this run made (once more to leave at once)');
    controller.abort();
  };
  process.on('SIGINT', handle);
  process.on('SIGTERM', handle);
  return controller.signal;
}
