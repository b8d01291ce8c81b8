/**
 * One builder of an image at a time on this machine. The lock is an abstract socket (unix(7)): the kernel lets one process
 * listen on its name, and frees it when that process ends, however it ends.
 */
import { createServer } from 'node:net';
import { errnoOf } from '../probe/errno';
import { poll } from '../verdict/poll';

/** How long another builder is waited for: longer than any build takes. */
const WAIT_LIMIT_MS = 30 * 60_000;

/**
 * Runs the section while nobody else on this machine is in one of the same name.
 *
 * @param waiting told once where somebody else is in it
 * @throws Error where the other does not come to an end, and the signal's reason where it aborts
 */
export async function withLock<T>(
  name: string,
  waiting: () => void,
  signal: AbortSignal,
  section: () => Promise<T>,
): Promise<T> {
  const first = await tryLock(name);
  if (first === undefined) waiting();
  const { last: release } =
    first === undefined
      ? await poll(
          () => tryLock(name),
          (lock) => lock !== undefined,
          WAIT_LIMIT_MS,
          signal,
        )
      : { last: first };
  if (release === undefined) throw new Error(`another process has been at ${name} for ${WAIT_LIMIT_MS / 60_000} min`);
  try {
    return await section();
  } finally {
    await release();
  }
}

/** Takes the lock; undefined where another has it. */
function tryLock(name: string): Promise<(() => Promise<void>) | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.on('error', (error) => {
      if (errnoOf(error) === 'EADDRINUSE') resolve(undefined);
      else reject(error);
    });
    server.listen(`\0engine-conformance ${name}`, () => {
      server.unref();
      resolve(() => new Promise((released) => server.close(() => released())));
    });
  });
}
