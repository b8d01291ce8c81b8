/** Finds what is known of a departure. */
import { applicableChange, type VersionFacts } from '../../claims/changes';
import { isPlaceOf } from '../../schema/place-glob';
import type { DriftPlace } from '../place';
import { KNOWN_DRIFT } from './all';
import type { KnownDrift } from './vocabulary';

/** What is known of a departure on this engine as it is asked; undefined where nothing is. */
export function knownDrift(
  place: Pick<DriftPlace, 'schema' | 'path' | 'kind'>,
  facts: VersionFacts,
  known: readonly KnownDrift[] = KNOWN_DRIFT,
): KnownDrift | undefined {
  const here = known.filter(
    ({ schemas, kind, places }) =>
      kind === place.kind && schemas.includes(place.schema) && places.some((glob) => isPlaceOf(glob, place.path)),
  );
  return applicableChange(here, facts);
}
