/** Orders texts by their code units, as no language of the machine does differently. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
