import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { anyText, mutated } from '../helpers/fixtures/arbitrary';
import { runs } from '../helpers/fixtures/fuzz';
import { temporaryFolder } from '../helpers/fixtures/temporary-folder';
import { UsageError } from '../helpers/usage-error';
import { mixedReport } from './fixtures/mixed';
import { aClaim, aReport, aResult, DOCKER } from './fixtures/pieces';
import { parseXml } from './fixtures/xml';
import { readReport } from './read';
import type { Report } from './report';
import { renderJson } from './writers/json';
import { renderJunit } from './writers/junit';
import { renderMarkdown } from './writers/markdown';
import { renderTerminal } from './writers/terminal';

const KEYS = [
  'format',
  'tool',
  'run',
  'targets',
  'results',
  'verdict',
  'outcome',
  'evidence',
  'drift',
  'summary',
  'id',
];

/** All that a terminal or a page would obey, but the ends of lines. */
const CONTROLS = /[^\P{C}\n]|[\p{Zl}\p{Zp}]/u;

const file = join(temporaryFolder(), 'report.json');

function read(text: string): Report | undefined {
  writeFileSync(file, text);
  try {
    return readReport(file);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    expect(error.message).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
    return undefined;
  }
}

/** Every form of it is written, and none of them has an effect on its medium. */
function assertRendered(report: Report): void {
  parseXml(renderJunit(report));
  expect(renderMarkdown(report)).not.toMatch(CONTROLS);
  expect(renderTerminal(report, { width: 80, colour: false, unicode: true })).not.toMatch(CONTROLS);
  expect(JSON.parse(renderJson(report))).toMatchObject({ run: { id: report.run.id } });
}

describe('a report file', () => {
  test('that is nearly a report is refused with one line, or is one that can be rendered in every form', () => {
    fc.assert(
      fc.property(mutated(JSON.parse(JSON.stringify(mixedReport())), KEYS), (document) => {
        const report = read(JSON.stringify(document));
        if (report !== undefined) assertRendered(report);
      }),
      runs(40),
    );
  });

  test('of any text is refused with one line', () => {
    const text = fc.oneof(
      anyText(['{', '}', '"tool"', ':', '{"name":"engine-conformance"}', ',', '"format"', '1', '2', '[']),
      fc.tuple(fc.nat(), anyText([], 3)).map(([at, put]) => {
        const whole = JSON.stringify(mixedReport());
        return `${whole.slice(0, at % whole.length)}${put}`;
      }),
    );
    fc.assert(
      fc.property(text, (given) => expect(read(given)).toBeUndefined()),
      runs(60),
    );
  });
});

test('whatever an engine says, each form of the report holds it without an effect', () => {
  fc.assert(
    fc.property(anyText(), anyText(), anyText(), (said, observed, name) => {
      const failure = { what: said, expected: name, observed: { [name]: observed } };
      const calls = [
        { phase: 'body' as const, method: 'GET', path: said, status: 200, response: { [said]: [observed] }, ms: 1 },
      ];
      const commands = [{ command: name, exitCode: 1, stdout: observed, stderr: said, ms: 1 }];
      const report = aReport({
        targets: [{ ...DOCKER, id: `t ${name}`, version: said, kernel: observed, os: name }],
        claims: [aClaim('engine.version.fields', 'It says what it is.')],
        results: [
          aResult('engine.version.fields', {
            target: `t ${name}`,
            verdict: 'fail',
            outcome: 'regression',
            reason: said,
            failure,
            evidence: { calls, commands, truncated: false },
            seeByHand: name,
          }),
        ],
        findings: [
          { target: `t ${name}`, kind: 'host-changed', severity: 'problem', message: said, details: [observed, name] },
        ],
        exitStatus: 1,
      });
      assertRendered(report);
    }),
    runs(40),
  );
});
