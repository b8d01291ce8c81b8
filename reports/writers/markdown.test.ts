import { conformingReport } from '../fixtures/conforming';
import { mixedReport } from '../fixtures/mixed';
import { aClaim, aDrift, aReport, aResult, DOCKER } from '../fixtures/pieces';
import { renderMarkdown } from './markdown';

/** The document without its code: spans and fenced blocks, whose text is literal, and the escapes of the rest. */
function withoutCode(markdown: string): string {
  return markdown
    .replace(/^(`{3,})(?:text|sh)\n[\s\S]*?\n\1$/gm, '')
    .replace(/(?<!`)(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, '')
    .replace(/\\./g, '');
}

describe('the report as Markdown', () => {
  it('looks like this where all is as expected', () => {
    expect(renderMarkdown(conformingReport())).toMatchSnapshot();
  });

  it('looks like this with every verdict and outcome, and hostile text', () => {
    expect(renderMarkdown(mixedReport())).toMatchSnapshot();
  });

  it('has no markup, mention or control of what an engine said', () => {
    const rest = withoutCode(renderMarkdown(mixedReport()));
    expect(rest).not.toMatch(/script|evil|@|\$HOME|owned|gone/);
    expect(rest).not.toMatch(/[^\n\P{Cc}]/u);
  });

  it('has as many cells in each row of a table as in its head', () => {
    const tables = renderMarkdown(mixedReport())
      .split('\n\n')
      .filter((block) => block.startsWith('| '));
    expect(tables).toHaveLength(6);
    for (const table of tables) {
      const cells = table.split('\n').map((row) => row.split('|').length);
      expect(new Set(cells).size).toBe(1);
    }
  });

  it('lists a hundred places of drift that nobody knows, and says how many more there are', () => {
    const paths = Array.from({ length: 130 }, (_, index) => `/F${index}`);
    const known = { why: 'it is newer', reference: 'measured', engine: 'docker *' };
    const drift = [
      ...paths.map((path) => aDrift(path)),
      ...paths.slice(0, 20).map((path) => aDrift(path, { known })),
      ...paths.slice(0, 120).map((path, index) => aDrift(path, { known: { ...known, why: `reason ${index}` } })),
    ];
    const text = renderMarkdown({ ...conformingReport(), drift });
    expect(text).toContain('### Schema drift (270)');
    expect(text).toContain('at 270 places: 140 known, 130 unknown.');
    expect(text.match(/^\| `version` \| `\/F\d+` \| added \| `absent` \|/gm)).toHaveLength(100);
    expect(text).toContain('And 30 more unknown places in report.json.');
    expect(text).toContain('`/F11`, and 8 more |');
    expect(text).toContain('And 21 more reasons in report.json.');
  });

  it('links a reference only where it is a plain URL', () => {
    const results = ['https://example.org/notes', 'https://example.org/> <b>', 'javascript:alert(1)'].map(
      (reference, index) =>
        aResult(`engine.known.c${index}`, {
          verdict: 'fail',
          outcome: 'known-change',
          reason: 'known',
          failure: { what: 'it' },
          change: { why: 'so', reference, engine: '*' },
        }),
    );
    const text = renderMarkdown(
      aReport({
        targets: [DOCKER],
        claims: results.map(({ claim }) => aClaim(claim, 'It works.')),
        results,
        exitStatus: 0,
      }),
    );
    expect(text.match(/; .*\)/g)).toEqual([
      expect.stringContaining('; <https://example.org/notes>)'),
      expect.stringContaining('; https\\://example.org/\\> \\<b\\>)'),
      expect.stringContaining('; javascript:alert(1))'),
    ]);
  });
});
