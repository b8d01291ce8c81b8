/** In which order claims are begun: a run is as long as what is begun last. */
import { type CatalogueEntry, CHAPTERS, type Chapter, chapterOf } from '../claims/claim';

/** The claims that share their fixtures: those of a chapter, and of others that say so. */
export function batchOf(claim: CatalogueEntry): Chapter {
  return claim.sharesWith ?? chapterOf(claim.id);
}

/**
 * Claims in the order in which they are begun: batch by batch, so that fixtures can go when their batch is done, the largest
 * first, since its fixtures take longest to remove; of each those first that wait for something. Last those that nothing else
 * may be tried beside.
 */
export function inOrderOfTrial<T extends CatalogueEntry>(claims: readonly T[]): T[] {
  const batches = CHAPTERS.map((chapter) => claims.filter((claim) => batchOf(claim) === chapter));
  const largestFirst = batches.sort((a, b) => b.length - a.length);
  const ordered = largestFirst.flatMap((batch) => [
    ...batch.filter((claim) => claim.waits === true),
    ...batch.filter((claim) => claim.waits !== true),
  ]);
  return [...ordered.filter((claim) => claim.alone !== true), ...ordered.filter((claim) => claim.alone === true)];
}
