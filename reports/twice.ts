/** Names that must be there once. */

/** One line for each name that is there more than once. */
export function twice(kind: string, names: readonly string[]): string[] {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const name of names) (seen.has(name) ? repeated : seen).add(name);
  return [...repeated].map((name) => `${kind} ${name} is there more than once`);
}
