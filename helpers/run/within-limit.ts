/** A limit for work that may never end. */

/**
 * Waits for the work and no longer than the limit; the work itself goes on, and its end is heard by nobody.
 *
 * @throws what the work throws, and Error where it is not done within the limit, in milliseconds
 */
export async function withinLimit(work: Promise<void>, limitMs: number): Promise<void> {
  let expire: NodeJS.Timeout | undefined;
  const expired = new Promise<never>((_resolve, reject) => {
    expire = setTimeout(() => reject(new Error(`was not done within ${limitMs} ms`)), limitMs);
  });
  try {
    await Promise.race([work, expired]);
  } finally {
    clearTimeout(expire);
  }
}
