/** Drift as the writers tell it: what is not known first, what is known by its reason. */
import type { ReportDrift } from './report';
import { count } from './values';

type Known = NonNullable<ReportDrift['known']>;

/** The places of one schema that depart in one way for one reason. */
export interface KnownDrift {
  readonly schema: string;
  readonly kind: ReportDrift['kind'];
  readonly known: Known;
  readonly paths: readonly string[];
}

/** The places of which nobody has said why. */
export function unknownDrift(drift: readonly ReportDrift[]): readonly ReportDrift[] {
  return drift.filter(({ known }) => known === undefined);
}

/** The known places, those of one schema, kind and reason together, in the order of the report. */
export function knownDrift(drift: readonly ReportDrift[]): readonly KnownDrift[] {
  const groups = new Map<string, KnownDrift>();
  for (const { schema, kind, known, path } of drift) {
    if (known === undefined) continue;
    const key = JSON.stringify([schema, kind, known.why, known.reference]);
    const paths = [...(groups.get(key)?.paths ?? []), path];
    groups.set(key, { schema, kind, known, paths });
  }
  return [...groups.values()];
}

/** `83 places: 81 known, 2 unknown`. */
export function driftCounts(drift: readonly ReportDrift[]): string {
  const unknown = unknownDrift(drift).length;
  return `${count(drift.length, 'place')}: ${drift.length - unknown} known, ${unknown} unknown`;
}

/** A path as it is shown: that of the whole answer is empty. */
export function showPath(path: string): string {
  return path === '' ? '(the whole answer)' : path;
}
