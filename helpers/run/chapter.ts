/** Registers claims as jest tests; all run concurrently, as the session of their target lets them. */
import { basename } from 'node:path';
import { isImplemented, loadChapter } from '../claims/catalogue';
import { type CatalogueEntry, CHAPTERS } from '../claims/claim';
import { whyNotApplicable } from './plan';

/** The session bounds what is tried at the same time and how long; jest must not. */
const NO_LIMIT_MS = 60 * 60 * 1000;

/**
 * To be called by the one test file of a chapter's folder, for those who run jest by hand.
 *
 * @param folder `__dirname` of the test file; its name is the chapter
 */
export function judgeChapter(folder: string): void {
  const chapter = CHAPTERS.find((name) => name === basename(folder));
  if (chapter === undefined) throw new TypeError(`${folder} is no chapter`);
  judgeClaims(loadChapter(folder, chapter));
}

/** Registers what of these claims is to be tried on each target of this jest; sessions begin them in this order. */
export function judgeClaims(claims: readonly CatalogueEntry[]): void {
  const { sessions } = globalThis.conformance;
  for (const claim of claims.filter(isImplemented)) {
    for (const { session, selected } of sessions) {
      if (selected !== null && !selected.has(claim.id)) continue;
      if (whyNotApplicable(claim, session.parts.facts) !== null) continue;
      const where = sessions.length === 1 ? '' : ` (${session.parts.target.id})`;
      test.concurrent(
        `${claim.id}: ${claim.statement}${where}`,
        async () => {
          const result = await session.judge(claim);
          if (result.verdict !== 'pass') throw new Error(`${result.verdict}: ${result.reason}`);
        },
        NO_LIMIT_MS,
      );
    }
  }
}
