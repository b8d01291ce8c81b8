/**
 * The code of an operating system's error (`ENOENT`), or undefined where something else was thrown. By shape: in a test
 * errors of node's own modules come from another realm, where `instanceof Error` does not hold.
 */
export function errnoOf(thrown: unknown): string | undefined {
  if (typeof thrown !== 'object' || thrown === null || !('code' in thrown)) return undefined;
  return typeof thrown.code === 'string' ? thrown.code : undefined;
}
