import { stripVTControlCharacters } from 'node:util';
import { conformingReport } from '../fixtures/conforming';
import { mixedReport } from '../fixtures/mixed';
import { aClaim, aDrift, aReport, aResult, DOCKER } from '../fixtures/pieces';
import { columns, wrap } from './layout';
import { renderTerminal, type TerminalOptions, terminalOptions } from './terminal';

const PLAIN: TerminalOptions = { colour: false, unicode: true, width: 90, reportPath: 'reports/out/report.json' };

/** What may stand on a terminal without colours: printable characters and line feeds. */
const SAFE = /^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\n]*$/u;

describe('the report on a terminal', () => {
  it('looks like this where all is as expected', () => {
    expect(renderTerminal(conformingReport(), PLAIN)).toMatchSnapshot();
  });

  it('looks like this with every verdict and outcome, and hostile text', () => {
    expect(renderTerminal(mixedReport(), PLAIN)).toMatchSnapshot();
  });

  it('has nothing that a terminal acts on, apart from line feeds', () => {
    for (const line of renderTerminal(mixedReport(), PLAIN).split('\n')) expect(line).toMatch(SAFE);
  });

  it('is ASCII where the locale is', () => {
    expect(renderTerminal(mixedReport(), { ...PLAIN, unicode: false })).toMatch(/^[\n -~]*$/);
  });

  it('is the same text with colours, apart from them', () => {
    const colour = renderTerminal(mixedReport(), { ...PLAIN, colour: true });
    expect(colour).toContain('\u001b[31m');
    expect(stripVTControlCharacters(colour)).toBe(renderTerminal(mixedReport(), PLAIN));
  });

  it('keeps to the width, except for what is to be copied and the verdict', () => {
    for (const width of [80, 100]) {
      const long = renderTerminal(mixedReport(), { ...PLAIN, width })
        .split('\n')
        .filter((line) => columns(line) > width);
      const copied = ['curl', '✗', 'engine-conformance'];
      expect(long.map((line) => line.trim().split(' ')[0]).filter((word) => !copied.includes(word ?? ''))).toEqual([]);
    }
  });

  it('shows twenty departures at length and names the rest', () => {
    const ids = Array.from({ length: 25 }, (_, index) => `engine.broken.c${index}`);
    const text = renderTerminal(
      aReport({
        targets: [DOCKER],
        claims: ids.map((id) => aClaim(id, 'It works.')),
        results: ids.map((id) =>
          aResult(id, { verdict: 'fail', outcome: 'regression', reason: 'broken', failure: { what: 'it' } }),
        ),
        exitStatus: 1,
      }),
      PLAIN,
    );
    expect(text.match(/ {2}regression$/gm)).toHaveLength(20);
    expect(text).toContain('5 more, at length in report.md: engine.broken.c20, engine.broken.c21');
  });

  it('names five places of drift that nobody knows, and of known drift the number', () => {
    const known = { why: 'it is newer', reference: 'measured', engine: 'docker *' };
    const unknown = Array.from({ length: 7 }, (_, index) => aDrift(`/Unknown${index}`));
    const drift = [aDrift('/Known', { known }), ...unknown];
    const text = renderTerminal({ ...conformingReport(), drift }, PLAIN);
    expect(text).toContain('Schema drift at 8 places: 1 known, 7 unknown; listed in report.md');
    expect(text.match(/! version \/Unknown\d {2}added/g)).toHaveLength(5);
    expect(text).toContain('and 2 more unknown places in report.md');
    expect(text).not.toContain('/Known');
    const quiet = renderTerminal({ ...conformingReport(), drift: drift.slice(0, 1) }, PLAIN);
    expect(quiet.match(/drift.*/g)).toEqual(['drift at 1 place: 1 known, 0 unknown; listed in report.md']);
  });

  it('says so where a command can not be copied as it stands', () => {
    const marks = renderTerminal(mixedReport(), PLAIN).match(/by hand.*/g);
    expect(marks).toEqual(['by hand', 'by hand', expect.stringContaining('not to be copied')]);
  });
});

describe('what a stream can show', () => {
  const terminal = { isTTY: true, columns: 120 };

  it.each([
    [terminal, {}, true],
    [{}, {}, false],
    [terminal, { NO_COLOR: '1' }, false],
    [terminal, { NO_COLOR: '' }, true],
    [terminal, { TERM: 'dumb' }, false],
    [{}, { FORCE_COLOR: '1' }, true],
    [terminal, { FORCE_COLOR: '0' }, false],
    [{}, { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
    [{}, { CI: 'true' }, false],
  ])('on %j with %j has colours: %s', (stream, env, colour) => {
    expect(terminalOptions(stream, env).colour).toBe(colour);
  });

  it.each([
    [{ LANG: 'C.UTF-8' }, true],
    [{ LANG: 'en_GB.utf8' }, true],
    [{ LANG: 'C.UTF-8', LC_ALL: 'C' }, false],
    [{ LC_ALL: '', LC_CTYPE: 'C.UTF-8' }, true],
    [{}, false],
  ])('with %j has more than ASCII: %s', (env, unicode) => {
    expect(terminalOptions({}, env).unicode).toBe(unicode);
  });

  it.each([
    [undefined, 80],
    [40, 80],
    [93, 93],
    [240, 100],
  ])('with %s columns has lines of %d', (columns, width) => {
    expect(terminalOptions(columns === undefined ? {} : { columns }, {}).width).toBe(width);
  });
});

describe('wrapping', () => {
  it('breaks at spaces, and a word that is too long where it must', () => {
    expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrap('abcdefghij k', 4)).toEqual(['abcd', 'efgh', 'ij k']);
    expect(wrap('', 4)).toEqual(['']);
  });

  it('counts wide characters twice and marks not at all', () => {
    expect(columns('雪a')).toBe(3);
    expect(columns('e\u0301')).toBe(1);
    expect(wrap('雪雪雪', 4)).toEqual(['雪雪', '雪']);
  });
});
