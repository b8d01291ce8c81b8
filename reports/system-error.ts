/**
 * The code (`ENOENT`) of an error of the operating system, or undefined where it is another. By its fields: under jest
 * such errors come from another realm, where `instanceof` does not reach.
 */
export function systemErrorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('syscall' in error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
