/** Drift as the report holds it: with what is known of it. */
import type { ReportDrift, ReportFinding } from '../../reports/report';
import type { VersionFacts } from '../claims/changes';
import { knownDrift } from './known/find';
import type { DriftPlace } from './place';

/**
 * The entries of one target.
 *
 * @param strict takes no known drift for granted
 */
export function reportDrift(
  target: string,
  places: readonly DriftPlace[],
  facts: VersionFacts,
  strict: boolean,
): ReportDrift[] {
  return places.map((place) => {
    const known = strict ? undefined : knownDrift(place, facts);
    if (known === undefined) return { target, ...place };
    const { why, reference, vendor, engine, api } = known;
    const engines = `${vendor} ${engine}${api === undefined ? '' : `, API ${api}`}`;
    return { target, ...place, known: { why, reference, engine: engines } };
  });
}

/** A notice of what was not judged because there was too much of it; none where all was. */
export function unjudgedDrift(target: string, leftOut: readonly string[]): ReportFinding[] {
  if (leftOut.length === 0) return [];
  const message = 'not all answers were held against the schemas, as there was too much of them';
  return [{ target, kind: 'drift-not-judged', severity: 'notice', message, details: [...leftOut] }];
}
