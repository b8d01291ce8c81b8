/**
 * The test file with which the command has jest run the suites: all chapters in one, since jest runs the files of one process
 * one after the other, and the engine would be idle at the end of each. The largest chapter begins: it takes the longest.
 */
import { join } from 'node:path';
import { loadChapter } from '../claims/catalogue';
import { CHAPTERS, type Chapter } from '../claims/claim';
import { judgeChapter } from './chapter';

const folderOf = (chapter: Chapter) => join(__dirname, '..', '..', 'suites', chapter);
const sizeOf = (chapter: Chapter) => loadChapter(folderOf(chapter), chapter).length;

for (const chapter of [...CHAPTERS].sort((a, b) => sizeOf(b) - sizeOf(a))) {
  describe(chapter, () => judgeChapter(folderOf(chapter)));
}
