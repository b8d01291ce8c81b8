/** Comparisons in every form of the report. */
import { aComparison, aDifference } from '../fixtures/comparison';
import { conformingReport } from '../fixtures/conforming';
import { gatedReport, verifiedReport } from '../fixtures/gated';
import { HOSTILE } from '../fixtures/mixed';
import { parseXml, type XmlElement } from '../fixtures/xml';
import { headline, nextStep } from '../headline';
import type { Report } from '../report';
import { reportErrors } from '../validate';
import { renderJunit } from './junit';
import { columns } from './layout';
import { renderMarkdown } from './markdown';
import { renderTerminal, type TerminalOptions } from './terminal';
import { renderGate } from './terminal-gate';

const PLAIN: TerminalOptions = { colour: false, unicode: true, width: 90, reportPath: 'out/report.json' };

const many = () => {
  const differences = Array.from({ length: 250 }, (_, index) =>
    aDifference(`info /F${index} added`, { subject: 'drift', change: 'new', was: null, is: 'added' }),
  );
  return { ...conformingReport(), comparisons: [aComparison(differences)], exitStatus: 1 as const };
};

test('the reports of these tests are reports', () => {
  expect(reportErrors(gatedReport())).toEqual([]);
  expect(reportErrors(verifiedReport())).toEqual([]);
});

describe('a gate on a terminal', () => {
  test('shows what changed, worst first, and only that', () => {
    const text = renderGate(gatedReport(), PLAIN);
    expect(text).toMatchSnapshot();
    expect(text).not.toContain('Known changes');
  });

  test('has nothing that a terminal acts on, and keeps to the width', () => {
    for (const render of [renderGate, renderTerminal]) {
      for (const line of render(gatedReport(), PLAIN).split('\n')) {
        expect(line).toMatch(/^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\n]*$/u);
      }
      expect(render(gatedReport(), { ...PLAIN, unicode: false })).toMatch(/^[\n -~]*$/);
    }
    const long = renderGate(gatedReport(), PLAIN)
      .split('\n')
      .filter((line) => columns(line) > PLAIN.width)
      .map((line) => line.trim().split(' ')[0]);
    expect(long.filter((word) => !['curl', '✗', 'engine-conformance'].includes(word ?? ''))).toEqual([]);
  });

  test('shows a hundred at length and names the rest', () => {
    const text = renderGate(many(), PLAIN);
    expect(text.match(/ {2}new drift$/gm)).toHaveLength(100);
    expect(text.replace(/\s+/g, ' ')).toContain('150 more, at length in report.json: info /F100 added, info /F101');
  });
});

test('a run beside its own version tells of it in brief', () => {
  const text = renderTerminal(verifiedReport(), PLAIN).replace(/\s+/g, ' ');
  expect(text).toContain(
    'Beside docker-20.10.24.json, a healthy engine of this version: 3 claims compared: 3 as they were',
  );
  expect(text).toContain('~ info /New added new drift');
  expect(headline(verifiedReport()).word).toBe('CONFORMS');
});

describe('a gate as Markdown', () => {
  test('looks like this', () => {
    const [, section = ''] = /(### Beside[\s\S]*?)(?=\n### )/.exec(renderMarkdown(gatedReport())) ?? [];
    expect(section).toMatchSnapshot();
  });

  test('has no markup, mention or control of what an engine said', () => {
    const rest = renderMarkdown(gatedReport())
      .replace(/^(`{3,})(?:text|sh)\n[\s\S]*?\n\1$/gm, '')
      .replace(/(?<!`)(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, '')
      .replace(/\\./g, '');
    expect(rest).not.toMatch(/<(?!\/?(?:details|summary)>|https:|!--)|\]\(|[@#](?=\w)|[$&]/);
    expect(rest).not.toMatch(/[^\n\P{Cc}]/u);
  });

  test('has as many cells in each row of a table as in its head, and bounded rows', () => {
    for (const report of [gatedReport(), verifiedReport(), many()]) {
      for (const block of renderMarkdown(report)
        .split('\n\n')
        .filter((each) => each.startsWith('| '))) {
        expect(
          new Set(
            block
              .trim()
              .split('\n')
              .map((row) => row.split(/(?<!\\)\|/).length),
          ).size,
        ).toBe(1);
      }
    }
    expect(renderMarkdown(many())).toContain('And 50 more differences in report.json.');
  });
});

describe('a gate as JUnit XML', () => {
  const cases = (root: XmlElement): XmlElement[] =>
    root.children.flatMap((child) => (child.name === 'testcase' ? [child] : cases(child)));
  const root = parseXml(renderJunit(gatedReport()));
  const failed = cases(root).filter(({ children }) => children.some(({ name }) => name === 'failure'));

  test('fails by what changed and by waivers that are not in order, and by nothing else', () => {
    const types = failed.map(({ children, attributes }) => [attributes.name, children[0]?.attributes.type]);
    expect(types).toEqual([
      ['engine.version.fields', 'fixed'],
      ['engine.api.serves-1.23', 'regression'],
      ['network.static.address-kept', 'changed-reason'],
      ['left-behind', 'problem'],
      [expect.stringContaining('info /'), 'new'],
      ['info /Gone missing', 'gone'],
      [expect.stringContaining('.yaml:12'), 'expired'],
    ]);
    expect(root.attributes.failures).toBe(String(failed.length));
  });

  test('names the baseline among the properties', () => {
    const xml = renderJunit(verifiedReport());
    expect(xml).toContain('<property name="own-version.baseline" value="docker-20.10.24.json"/>');
    expect(renderJunit(gatedReport())).not.toContain(HOSTILE);
  });
});

describe('the headline of a gate', () => {
  const gate = (report: Partial<Report>) => ({ ...conformingReport(), ...report });

  test('says what changed', () => {
    const { word, sentence } = headline(gatedReport());
    expect(word).toBe('DEPARTS');
    expect(sentence).toContain(
      '1 regression, 1 otherwise, 1 new place of drift, 2 better than it was, 1 waiver not in order',
    );
    expect(sentence).toContain('1 accepted; 5 claims compared with old ');
    expect(nextStep(gatedReport()).command).toMatch(
      /^engine-conformance gate --baseline 'old .* --propose waivers\.yaml$/s,
    );
  });

  test('says that nothing did, or that nothing was compared', () => {
    expect(headline(gate({ comparisons: [aComparison([])], exitStatus: 0 })).sentence).toMatch(
      /nothing changed; 3 claims/,
    );
    const none = gate({ comparisons: [aComparison([], { unchanged: 0 })], exitStatus: 2 });
    expect(headline(none)).toMatchObject({ word: 'NOT JUDGED', sentence: expect.stringContaining('nothing could be') });
  });

  test('of which waivers alone are not in order has no waivers to propose', () => {
    const waivers = [{ where: 'w.yaml:1', problem: 'expired' as const, message: 'm' }];
    const step = nextStep(gate({ comparisons: [aComparison([], { waivers })], exitStatus: 1 }));
    expect(step).toEqual({ text: 'delete the waivers that are not in order' });
  });
});
