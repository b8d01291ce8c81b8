/** What GitHub is told: annotations and the job summary. */
import { aComparison, aDifference } from '../fixtures/comparison';
import { conformingReport } from '../fixtures/conforming';
import { gatedReport } from '../fixtures/gated';
import { mixedReport } from '../fixtures/mixed';
import { annotations } from './annotations';
import { fittingSummary, SUMMARY_LIMIT_BYTES } from './job-summary';
import { renderMarkdown } from './markdown';

describe('annotations', () => {
  test('of a run are its departures and errors', () => {
    const titles = annotations(mixedReport()).map((line) => /^::(\w+) title=([^:]*)::/.exec(line)?.slice(1));
    expect(titles).toEqual([
      ['error', 'unexpected pass%3A engine.socket.group-access'],
      ['error', 'regression%3A network.static.address-kept'],
      ['error', 'regression%3A network.names.by-alias'],
      ['error', 'not judged%3A volume.named.survives-container'],
    ]);
    expect(annotations(conformingReport())).toEqual([]);
  });

  test('of a gate are what changed, errors before warnings', () => {
    const lines = annotations(gatedReport());
    expect(lines.map((line) => line.slice(0, 30).replace(/ .*/, ''))).toEqual([
      '::error',
      '::error',
      '::error',
      '::error',
      '::warning',
      '::warning',
      '::warning',
    ]);
    expect(lines[0]).toContain('title=regression%3A engine.api.serves-1.23::');
    expect(lines.join('\n')).not.toContain('network.internal.no-way-out');
  });

  test('are one line each, in which nothing ends the title or begins a command', () => {
    for (const line of annotations(gatedReport())) {
      expect(line).toMatch(/^::(?:error|warning) title=[^:,\p{C}]*::\P{C}*$/u);
    }
    const percent = aDifference('engine.version.fields', { is: '100% %0A::error::x' });
    const [line] = annotations({ ...conformingReport(), comparisons: [aComparison([percent])] });
    expect(line).toContain('is 100%25 %250A::error::x');
  });

  test('are no more than ten of a level', () => {
    const differences = Array.from({ length: 14 }, (_, index) => aDifference(`engine.c${index}.x`));
    const lines = annotations({ ...conformingReport(), comparisons: [aComparison(differences)] });
    expect(lines).toHaveLength(10);
    expect(lines.at(-1)).toContain('title=5 more::');
  });
});

describe('a job summary', () => {
  test('that fits is the report', () => {
    const markdown = renderMarkdown(mixedReport());
    expect(fittingSummary(markdown, 0)).toBe(markdown);
  });

  test('that does not fit is cut where a line ends, closed, and says so', () => {
    const line = `${'ü'.repeat(49)}\n`;
    const folded = `<details><summary>x</summary>\n\n\`\`\`\`sh\n${line.repeat(SUMMARY_LIMIT_BYTES / 50)}`;
    const cut = fittingSummary(folded, 1000);
    expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(SUMMARY_LIMIT_BYTES - 1000);
    expect(Buffer.byteLength(cut)).toBeGreaterThan(SUMMARY_LIMIT_BYTES - 1400);
    expect(cut).not.toContain('\ufffd');
    expect(cut).toMatch(/ü{49}\n````\n\n<\/details>\n\n\(Cut: [^\n]*\)\n$/);
  });

  test('is nothing where there is no room', () => {
    expect(fittingSummary('x'.repeat(100), SUMMARY_LIMIT_BYTES - 50)).toBe('');
  });
});
