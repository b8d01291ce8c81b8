/**
 * A JSON value as one text, keys sorted: equal texts, equal values. Texts are compared, not objects, because claims run
 * in jest's realm and the client in node's, where equal objects have different prototypes.
 */
export function canonical(value: unknown): string {
  return JSON.stringify(value, sortKeys) ?? 'undefined';
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
