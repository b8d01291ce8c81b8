/** `claims`: the catalogue. */
import { isImplemented, loadCatalogue } from '../../claims/catalogue';
import { type CatalogueEntry, CHAPTERS, chapterOf } from '../../claims/claim';
import { SUITES } from '../../run/jest';
import { UsageError } from '../../usage-error';

/** Prints the catalogue, or one chapter of it. */
export function claims(flags: { section?: string; json?: boolean }): void {
  const { section } = flags;
  if (section !== undefined && !CHAPTERS.some((chapter) => chapter === section)) {
    throw new UsageError(`unknown section "${section}"`, `sections are ${CHAPTERS.join(', ')}`);
  }
  const catalogue = loadCatalogue(SUITES);
  const shown = section === undefined ? catalogue : catalogue.filter(({ id }) => chapterOf(id) === section);
  if (flags.json) process.stdout.write(`${JSON.stringify(shown.map(asJson), null, 1)}\n`);
  else process.stdout.write(table(shown));
}

function asJson(entry: CatalogueEntry): Record<string, unknown> {
  const { id, level, lines, statement, documentSays, changes } = entry;
  return {
    id,
    chapter: chapterOf(id),
    level,
    lines,
    statement,
    documentSays,
    needs: (entry.needs ?? []).map((need) => need.name),
    changes: changes ?? [],
    implemented: isImplemented(entry),
    fault: isImplemented(entry) ? entry.fault : undefined,
  };
}

function table(entries: readonly CatalogueEntry[]): string {
  const width = Math.max(...entries.map(({ id }) => id.length));
  const lines = entries.map((entry) => {
    const mark = isImplemented(entry) ? ' ' : '-';
    const needs = entry.needs === undefined ? '' : ` [${entry.needs.map((need) => need.name).join(', ')}]`;
    return `${mark} ${entry.id.padEnd(width)}  ${entry.level.padEnd(7)}  ${entry.statement}${needs}`;
  });
  const implemented = entries.filter(isImplemented).length;
  return `${lines.join('\n')}\n\n${entries.length} claims, ${implemented} implemented; - marks those that are not implemented yet\n`;
}
