/**
 * The catalogue: every claim, in the order of the chapters. It is read from the folders of suites/ as they are: a file is
 * listed by being there. Helpers know no suite by name.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type CatalogueEntry, CHAPTERS, type Chapter, type Claim, chapterOf } from './claim';

/** Is the entry implemented? */
export function isImplemented(entry: CatalogueEntry): entry is Claim {
  return entry.body !== undefined;
}

/**
 * All claims of all chapters.
 *
 * @param suites the folder that holds a folder for each chapter, compiled or as sources
 * @throws TypeError where two claims have one id, or a claim stands in another chapter's folder
 */
export function loadCatalogue(suites: string): CatalogueEntry[] {
  const entries = CHAPTERS.flatMap((chapter) => loadChapter(join(suites, chapter), chapter));
  const seen = new Set<string>();
  for (const { id } of entries) {
    if (seen.has(id)) throw new TypeError(`two claims have the id ${id}`);
    seen.add(id);
  }
  return entries;
}

/** The claims of one chapter, by file name. */
export function loadChapter(folder: string, chapter: Chapter): CatalogueEntry[] {
  const files = readdirSync(folder).filter((name) => /(?<!\.d|\.test)\.[jt]s$/.test(name));
  return files.sort().flatMap((name) => {
    const entries = claimsIn(require(join(folder, name)));
    for (const { id } of entries) {
      if (chapterOf(id) !== chapter) throw new TypeError(`claim ${id} stands in the folder of chapter ${chapter}`);
    }
    return entries;
  });
}

/** A file's default export: a claim or a list of claims. A file without one (a fixture) holds none. */
function claimsIn(module: { default?: CatalogueEntry | readonly CatalogueEntry[] }): readonly CatalogueEntry[] {
  const exported = module.default;
  if (exported === undefined) return [];
  return 'id' in exported ? [exported] : exported;
}
