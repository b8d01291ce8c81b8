/** Registers the claims of a chapter as jest tests; each runs concurrently with the others, as the session lets it. */
import { basename } from 'node:path';
import { isImplemented, loadChapter } from '../claims/catalogue';
import { CHAPTERS } from '../claims/claim';
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
  const { session, selected } = globalThis.conformance;
  const planned = loadChapter(folder, chapter).filter(isImplemented);
  for (const claim of planned) {
    if (selected !== null && !selected.has(claim.id)) continue;
    if (whyNotApplicable(claim, session.parts.facts) !== null) continue;
    test.concurrent(
      `${claim.id}: ${claim.statement}`,
      async () => {
        const result = await session.judge(claim);
        if (result.verdict !== 'pass') throw new Error(`${result.verdict}: ${result.reason}`);
      },
      NO_LIMIT_MS,
    );
  }
}
