/** Since which of the measured versions a claim departs, vendor by vendor. Nothing is said of versions between them. */
import { type Column, vendorName } from './columns';
import type { Verdict } from './report';
import { count } from './values';

type Judged = { readonly column: Column; readonly fails: boolean };

export interface Departing {
  /** `Docker passes up to 26.1.5, fails since 28.5.2`. */
  readonly text: string;
  /** Whether versions of the vendor differ; else all that were judged fail. */
  readonly changes: boolean;
}

/**
 * What is to be said of each vendor of which an engine fails the claim.
 *
 * @param columns in the order of vendor and version
 * @param verdicts one place a column; what was not judged there says nothing
 */
export function departingVersions(
  columns: readonly Column[],
  verdicts: readonly (Verdict | undefined)[],
): readonly Departing[] {
  const vendors = [...new Set(columns.map(({ vendor }) => vendor))];
  return vendors.flatMap((vendor) => {
    const judged = columns.flatMap((column, place): Judged[] => {
      const verdict = verdicts[place];
      const said = column.vendor === vendor && (verdict === 'pass' || verdict === 'fail');
      return said ? [{ column, fails: verdict === 'fail' }] : [];
    });
    if (!judged.some(({ fails }) => fails)) return [];
    return [{ text: `${vendorName(vendor)} ${history(judged)}`, changes: judged.some(({ fails }) => !fails) }];
  });
}

function history(judged: readonly Judged[]): string {
  const failing = judged.filter(({ fails }) => fails);
  const change = judged.findIndex(({ fails }, place) => place > 0 && fails !== judged[place - 1]?.fails);
  if (change === -1) return failing.length === 1 ? `fails on ${labels(failing)}` : `fails on all ${measured(judged)}`;
  const [before, after] = [judged[change - 1], judged[change]];
  const once = judged.slice(change).every(({ fails }) => fails === after?.fails);
  if (!once || before === undefined || after === undefined) return `fails on ${labels(failing)}`;
  // Two hosts of one version that do otherwise say nothing of versions.
  if (before.column.target.version === after.column.target.version) return `fails on ${labels(failing)}`;
  const [was, is] = after.fails ? ['passes', 'fails'] : ['fails', 'passes'];
  return `${was} up to ${before.column.label}, ${is} since ${after.column.label}`;
}

function measured(judged: readonly Judged[]): string {
  const [first, last] = [judged[0]?.column.label, judged.at(-1)?.column.label];
  return `${count(judged.length, 'version')} measured, ${first} to ${last}`;
}

function labels(judged: readonly Judged[]): string {
  return judged.map(({ column }) => column.label).join(', ');
}
