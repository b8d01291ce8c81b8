import { columnsOf } from './columns';
import { aClaim, aDrift, aReport, aResult, DOCKER } from './fixtures/pieces';
import { agreementOf, agreementWords, chapterRows, claimRows, driftPatterns, driftPlaces } from './side-by-side';

const OTHER = { ...DOCKER, id: 'docker@28.5.2', version: '28.5.2' };
const COLUMNS = columnsOf([DOCKER, OTHER]);
const failing = { verdict: 'fail', outcome: 'known-change', reason: 'so', failure: { what: 'it' } } as const;
const absent = { verdict: 'not-applicable', outcome: 'not-judged', reason: 'no' } as const;

const REPORT = aReport({
  targets: [OTHER, DOCKER],
  claims: ['engine.a', 'engine.b', 'engine.c', 'engine.d', 'volume.e', 'volume.f'].map((id) => aClaim(id, 'It works.')),
  results: [
    aResult('engine.a'),
    aResult('engine.a', { target: OTHER.id, ...failing }),
    aResult('engine.b'),
    aResult('engine.b', { target: OTHER.id, ...absent }),
    aResult('engine.c', failing),
    aResult('volume.e', absent),
    aResult('volume.f', { verdict: 'error', outcome: 'not-judged', reason: 'broke' }),
  ],
  exitStatus: 0,
});

describe('claims beside engines', () => {
  const rows = claimRows(REPORT, COLUMNS);

  it('have their results in the order of the columns, and nothing where there is none', () => {
    expect(rows.map(({ claim, results }) => [claim.id, ...results.map((result) => result?.verdict)])).toEqual([
      ['engine.a', 'pass', 'fail'],
      ['engine.b', 'pass', 'not-applicable'],
      ['engine.c', 'fail', undefined],
      ['volume.e', 'not-applicable', undefined],
      ['volume.f', 'error', undefined],
    ]);
  });

  it('differ where two engines do otherwise; an engine of which nothing is known makes no difference', () => {
    expect(rows.map(agreementOf)).toEqual(['differs', 'passes', 'fails', 'absent', 'error']);
  });

  it('do so everywhere only where all that were asked were judged', () => {
    const broken = aResult('engine.a', { target: OTHER.id, verdict: 'error', outcome: 'not-judged', reason: 'broke' });
    const row = (result: ReturnType<typeof aResult>) => ({ claim: aClaim('engine.a', ''), results: [result, broken] });
    expect(agreementOf(row(aResult('engine.a')))).toBe('passes-where-judged');
    expect(agreementOf(row(aResult('engine.a', failing)))).toBe('fails-where-judged');
  });

  it('are counted by chapter where they agree', () => {
    const chapters = chapterRows(rows);
    expect(chapters.map(({ chapter, differing }) => [chapter, ...differing.map(({ claim }) => claim.id)])).toEqual([
      ['engine', 'engine.a'],
      ['volume'],
    ]);
    expect(chapters.map((chapter) => agreementWords(chapter.rows))).toEqual([
      '1 differs, 1 passes everywhere, 1 fails everywhere',
      '1 was judged nowhere, 1 is not applicable anywhere',
    ]);
  });
});

describe('drift beside engines', () => {
  const drift = [
    aDrift('/B'),
    aDrift('/A', { target: OTHER.id }),
    aDrift('/B', { target: OTHER.id }),
    aDrift('/A', { target: OTHER.id, kind: 'type' }),
  ];

  it('is one row for each place and kind, in their order', () => {
    expect(driftPlaces(drift, COLUMNS).map(({ path, kind, has }) => [path, kind, ...has])).toEqual([
      ['/A', 'added', false, true],
      ['/A', 'type', false, true],
      ['/B', 'added', true, true],
    ]);
  });

  it('is counted by the engines that have it, most first', () => {
    expect(driftPatterns(driftPlaces(drift, COLUMNS))).toEqual([
      { has: [false, true], count: 2 },
      { has: [true, true], count: 1 },
    ]);
  });
});
