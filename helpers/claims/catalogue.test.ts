import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import semver from 'semver';
import { packageRoot } from '../package-root';
import { isImplemented, loadCatalogue } from './catalogue';
import { type CatalogueEntry, chapterOf, LEVELS } from './claim';

/** The document has so many lines. */
const DOCUMENT_LINES = 745;

/** The chapters that one engine on one host can be judged on; the others need a lab. */
const SINGLE_HOST_CHAPTERS = ['engine', 'network', 'volume'];

const catalogue = loadCatalogue(join(packageRoot(), 'suites'));
const documentIds = readFileSync(join(__dirname, 'fixtures', 'document-claim-ids.txt'), 'utf8')
  .trim()
  .split('\n');

/** The ids of the entries that do not hold, so that a failure names them. */
function offenders(holds: (entry: CatalogueEntry) => boolean): string[] {
  return catalogue.filter((entry) => !holds(entry)).map((entry) => entry.id);
}

function isSentence(text: string): boolean {
  return /^[A-Z`].*\.$/.test(text) && text.length <= 200;
}

describe('the catalogue', () => {
  test('lists all 139 claims that were drawn from the document.', () => {
    const listed = new Set(catalogue.map((entry) => entry.id));
    expect(new Set(documentIds).size).toBe(139);
    expect(documentIds.filter((id) => !listed.has(id))).toEqual([]);
  });

  test('holds further claims only as implied ones, since nobody else read them in the document.', () => {
    const drawn = new Set(documentIds);
    expect(offenders((entry) => drawn.has(entry.id) || entry.level === 'implied')).toEqual([]);
  });

  test('gives every claim an id of its own.', () => {
    expect(new Set(catalogue.map((entry) => entry.id)).size).toBe(catalogue.length);
  });

  test('writes an id as a chapter and words in small letters, digits and hyphens, joined by dots.', () => {
    expect(offenders((entry) => /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)+$/.test(entry.id))).toEqual([]);
  });

  test('knows the level of every claim.', () => {
    expect(offenders((entry) => LEVELS.includes(entry.level))).toEqual([]);
  });

  test('points to lines that the document has, first before last.', () => {
    const inDocument = (first: number, last: number) =>
      Number.isInteger(first) && Number.isInteger(last) && 1 <= first && first <= last && last <= DOCUMENT_LINES;
    expect(
      offenders(({ lines }) => lines.length > 0 && lines.every(([first, last]) => inDocument(first, last))),
    ).toEqual([]);
  });

  test('states every claim in one sentence of at most 200 characters.', () => {
    expect(offenders((entry) => isSentence(entry.statement))).toEqual([]);
  });

  test('says for every erratum, and for nothing else, what the document says.', () => {
    expect(
      offenders(({ level, documentSays }) =>
        level === 'erratum' ? documentSays !== undefined && isSentence(documentSays) : documentSays === undefined,
      ),
    ).toEqual([]);
  });

  test('names the fault that each implemented claim must notice.', () => {
    expect(offenders((entry) => !isImplemented(entry) || entry.fault.trim().length >= 15)).toEqual([]);
  });

  test('implements every claim that one engine on one host can be judged on.', () => {
    expect(offenders((entry) => isImplemented(entry) || !SINGLE_HOST_CHAPTERS.includes(chapterOf(entry.id)))).toEqual(
      [],
    );
  });

  test('gives known changes valid version ranges, a reason and a reference.', () => {
    const sound = (change: NonNullable<CatalogueEntry['changes']>[number]) =>
      semver.validRange(change.engine) !== null &&
      (change.api === undefined || semver.validRange(change.api) !== null) &&
      change.why.trim() !== '' &&
      change.reference.trim() !== '';
    expect(offenders((entry) => entry.changes?.every(sound) ?? true)).toEqual([]);
  });

  test('names every need of a claim once.', () => {
    expect(offenders(({ needs = [] }) => new Set(needs.map((need) => need.name)).size === needs.length)).toEqual([]);
  });
});
