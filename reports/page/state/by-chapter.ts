/** Rows chapter by chapter, in their order. */
import type { Chapter } from '../../report';
import type { Row } from './matrix';

export interface ChapterRows {
  readonly chapter: Chapter;
  readonly rows: readonly Row[];
}

export function byChapter(rows: readonly Row[]): readonly ChapterRows[] {
  const groups = new Map<Chapter, Row[]>();
  for (const row of rows) {
    const own = groups.get(row.claim.chapter);
    if (own === undefined) groups.set(row.claim.chapter, [row]);
    else own.push(row);
  }
  return [...groups].map(([chapter, own]) => ({ chapter, rows: own }));
}
