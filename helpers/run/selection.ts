/** Which claims were asked for. */
import picomatch from 'picomatch';
import { type CatalogueEntry, CHAPTERS, LEVELS, type Level } from '../claims/claim';
import { UsageError } from '../usage-error';

/** Characters of one glob: more than all ids together need. */
const GLOB_LIMIT = 10_000;

export interface Selection {
  readonly only: readonly string[];
  readonly skip: readonly string[];
  readonly level: Level | null;
}

/**
 * The claims that a selection names. A glob is held against the whole id (`network.bridge.*`, `*.static-ip.*`); a plain
 * word is an id or the beginning of ids (`network.bridge`).
 *
 * @throws UsageError where a glob, or all of it, selects nothing
 */
export function select(catalogue: readonly CatalogueEntry[], selection: Selection): CatalogueEntry[] {
  for (const glob of [...selection.only, ...selection.skip]) {
    if (!catalogue.some(({ id }) => matches(glob, id))) {
      throw new UsageError(
        `no claim matches "${glob}"`,
        `see the ids with: engine-conformance claims; chapters are ${CHAPTERS.join(', ')}`,
      );
    }
  }
  const selected = catalogue.filter(
    ({ id, level }) =>
      (selection.only.length === 0 || selection.only.some((glob) => matches(glob, id))) &&
      !selection.skip.some((glob) => matches(glob, id)) &&
      (selection.level === null || selection.level === level),
  );
  if (selected.length === 0) {
    throw new UsageError('the selection is empty: --only, --skip and --level leave no claim', 'leave one of them out');
  }
  return selected;
}

/** A level as it was typed; throws UsageError where it is none. */
export function parseLevel(text: string): Level {
  const level = LEVELS.find((known) => known === text);
  if (level === undefined) throw new UsageError(`unknown level "${text}"`, `levels are ${LEVELS.join(', ')}`);
  return level;
}

function matches(glob: string, id: string): boolean {
  // No id, and picomatch throws at both.
  if (glob === '' || glob.length > GLOB_LIMIT) return false;
  if (/^[a-z0-9.-]+$/.test(glob)) return id === glob || id.startsWith(`${glob.replace(/\.$/, '')}.`);
  return picomatch.isMatch(id, glob);
}
