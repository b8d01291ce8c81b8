import { stripVTControlCharacters } from 'node:util';
import { comparedReport } from '../fixtures/compared';
import { headline, nextStep } from '../headline';
import { reportErrors } from '../validate';
import { columns } from './layout';
import { renderMarkdown } from './markdown';
import { renderTerminal, type TerminalOptions } from './terminal';
import { blocksOf } from './terminal-grid';

const PLAIN: TerminalOptions = { colour: false, unicode: true, width: 100, reportPath: 'out/report.json' };
const REPORT = comparedReport();
const SAFE = /^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\n]*$/u;

/** Many engines: as many as have no room beside each other. */
function fleet(size: number) {
  const [first] = REPORT.targets;
  if (first === undefined) throw new Error('no target');
  const targets = Array.from({ length: size }, (_, index) => ({
    ...first,
    id: `t${index}`,
    version: `20.10.${index}`,
  }));
  const results = REPORT.results
    .filter(({ target }) => target === first.id)
    .flatMap((result) =>
      targets.map(({ id }, index) =>
        result.claim === 'engine.version' && index === size - 1
          ? {
              ...result,
              target: id,
              verdict: 'fail' as const,
              outcome: 'regression' as const,
              reason: 'so',
              failure: { what: 'it' },
            }
          : { ...result, target: id },
      ),
    );
  return { ...REPORT, targets, results, findings: [], drift: [], timings: [] };
}

test('the compared report of these tests agrees with itself', () => {
  expect(reportErrors(REPORT)).toEqual([]);
});

describe('engines side by side on a terminal', () => {
  it('look like this on a wide one', () => {
    expect(renderTerminal(REPORT, PLAIN)).toMatchSnapshot();
  });

  it.each([80, 100])('keep to its %d columns, except for what is to be copied and the verdict', (width) => {
    const long = renderTerminal(REPORT, { ...PLAIN, width })
      .split('\n')
      .filter((line) => columns(line) > width);
    expect(long.map((line) => line.trim().split(' ')[0])).toEqual(['!']);
  });

  it('have nothing that a terminal acts on, and are ASCII where the locale is', () => {
    for (const line of renderTerminal(REPORT, PLAIN).split('\n')) expect(line).toMatch(SAFE);
    expect(renderTerminal(REPORT, { ...PLAIN, unicode: false })).toMatch(/^[\n -~]*$/);
  });

  it('are the same text with colours, apart from them', () => {
    const colour = renderTerminal(REPORT, { ...PLAIN, colour: true });
    expect(stripVTControlCharacters(colour)).toBe(renderTerminal(REPORT, PLAIN));
  });

  it('come in blocks where they are too many, each with all the rows', () => {
    const text = renderTerminal(fleet(60), { ...PLAIN, width: 80 });
    const heads = text.split('\n').filter((line) => /^ {4}claim/.test(line));
    expect(heads.length).toBeGreaterThan(2);
    const numbers = heads.flatMap((line) => line.match(/\d+/g) ?? []);
    expect(numbers).toEqual(Array.from({ length: 60 }, (_, index) => String(index + 1)));
    expect(text.split('\n').filter((line) => /^ {4}engine\.version/.test(line))).toHaveLength(heads.length);
    expect(Math.max(...text.split('\n').slice(0, -6).map(columns))).toBeLessThanOrEqual(80);
  });

  it('show in full only the claims that differ', () => {
    const text = renderTerminal(REPORT, PLAIN);
    expect(text).toContain('engine  1 passes everywhere, 1 passes wherever it was judged, 1 fails everywhere');
    expect(text).not.toContain('engine.version');
    expect(text).not.toContain('engine.gone.everywhere');
    expect(text).toContain('overlay  1 is not applicable anywhere');
  });
});

describe('engines side by side in Markdown', () => {
  it('look like this', () => {
    expect(renderMarkdown(REPORT)).toMatchSnapshot();
  });

  it('have as many cells in each row of a table as it has titles', () => {
    const tables = renderMarkdown(REPORT)
      .split('\n\n')
      .filter((block) => block.startsWith('| '));
    expect(tables.length).toBeGreaterThan(3);
    for (const table of tables) {
      const cells = table.split('\n').map((line) => line.replaceAll('\\|', '').split(' | ').length);
      expect(new Set(cells).size).toBe(1);
    }
  });
});

describe('the headline of engines side by side', () => {
  it('says in how much they agree, and whether all was judged', () => {
    expect(headline(REPORT)).toEqual({
      word: 'INCOMPLETE',
      sentence:
        '4 engines, 7 claims: 3 differ, 1 passes everywhere, 1 passes wherever it was judged, 1 fails everywhere, 1 is not applicable anywhere; 1 error',
    });
    expect(headline({ ...REPORT, exitStatus: 0 }).word).toBe('COMPARED');
  });

  it('names no command that would reach for a report as for an engine', () => {
    const [first] = REPORT.results.filter(({ target }) => target === 'docker@26.1.5');
    const results = REPORT.results.map((result) =>
      result === first
        ? { ...result, verdict: 'error' as const, outcome: 'not-judged' as const, reason: 'broke' }
        : result,
    );
    const only = results.filter(({ target }) => target === 'docker@26.1.5');
    expect(nextStep({ ...REPORT, results: only }).command).toBeUndefined();
    expect(nextStep(REPORT).command).toContain('--target docker@28.5.2');
  });
});

describe('the blocks of a grid', () => {
  it('hold each column once, in order, and no more than fit', () => {
    expect(blocksOf([3, 3, 3, 9, 1], 8)).toEqual([[0, 1], [2], [3], [4]]);
    expect(blocksOf([], 8)).toEqual([]);
    expect(blocksOf([20], 8)).toEqual([[0]]);
  });
});
