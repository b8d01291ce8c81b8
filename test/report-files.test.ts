/** Report files as others may hand them in: each is refused with one line and status 2, or shown as what it is. */
import { execFileSync } from 'node:child_process';
import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../helpers/fixtures/temporary-folder';
import { conformingReport } from '../reports/fixtures/conforming';
import { aClaim, aReport, aResult, DOCKER } from '../reports/fixtures/pieces';
import type { Report } from '../reports/report';
import { renderJson } from '../reports/writers/json';
import { run } from './command';

/** A command has little to do here; a busy machine takes its time to start it. */
jest.setTimeout(60_000);

const folder = temporaryFolder();
let files = 0;

function saved(content: string | Uint8Array): string {
  files += 1;
  const path = join(folder, `${files}.json`);
  writeFileSync(path, content);
  return path;
}

const changed = (change: object): string => JSON.stringify({ ...conformingReport(), ...change });

function huge(): string {
  const path = saved('');
  // Sparse: it has the size and takes no room.
  truncateSync(path, 500_000_000);
  return path;
}

function pipe(): string {
  const path = join(folder, 'pipe');
  execFileSync('mkfifo', [path]);
  return path;
}

test.each<[string, () => string, RegExp]>([
  ['that is cut', () => saved(renderJson(conformingReport()).slice(0, 700)), /is not JSON: .* at line \d+, column \d+/],
  ['of nothing', () => saved(''), /is not JSON/],
  ['of a newer format', () => saved(changed({ format: 3 })), /has format 3, and this version reads up to 2/],
  ['of another tool', () => saved(changed({ tool: { name: 'other', version: '1' } })), /is not a report of engine-/],
  ['of 500 MB', huge, /has 500000000 bytes, and may have at most 67108864/],
  ['that nests without end', () => saved('['.repeat(200_000)), /is not JSON|is not a report/],
  ['that is no text', () => saved(Uint8Array.of(0x7b, 0xff, 0xfe, 0x7d)), /is not a text in UTF-8/],
  ['that is a pipe', pipe, /is not a file/],
  ['that is a folder', () => folder, /is not a file/],
  [
    'with a result of a claim that it does not list',
    () => saved(changed({ results: [aResult('engine.no.such')] })),
    /result of engine\.no\.such on .*: no implemented claim of that id is listed/,
  ],
  ['whose counts are made up', () => saved(changed({ summary: [] })), /has 0 summaries/],
])('a report %s is refused with one line', async (_what, path, says) => {
  const ended = await run(['report', path()]);
  expect({ status: ended.status, stdout: ended.stdout }).toEqual({ status: 2, stdout: '' });
  expect(ended.stderr).toMatch(says);
  // The line, and its mend.
  expect(ended.stderr.trimEnd().split('\n')).toHaveLength(2);
  expect(ended.ms).toBeLessThan(30_000);
});

describe('a report is shown as what it is:', () => {
  const shown = (report: Report | string) =>
    run(['report', saved(typeof report === 'string' ? report : renderJson(report)), '--format', 'md']);

  test('one of a run that was interrupted', async () => {
    const whole = conformingReport();
    const ended = await shown({ ...whole, run: { ...whole.run, interrupted: true }, exitStatus: 130 });
    expect(ended).toMatchObject({ status: 0, stdout: expect.stringContaining('INTERRUPTED') });
  });

  test('one with a claim that is not known here', async () => {
    const report = aReport({
      targets: [DOCKER],
      claims: [aClaim('engine.from-the-future', 'Something that nobody knows yet.')],
      results: [aResult('engine.from-the-future', { outcome: 'unexpected-pass' })],
      exitStatus: 1,
    });
    const ended = await shown(report);
    expect(ended).toMatchObject({ status: 0, stdout: expect.stringContaining('engine.from-the-future') });
  });

  test('one of format 1', async () => {
    const { timings: _timings, comparisons: _comparisons, ...rest } = conformingReport();
    const ended = await shown(JSON.stringify({ ...rest, format: 1 }));
    expect(ended).toMatchObject({ status: 0, stdout: expect.stringContaining('CONFORMS') });
  });
});
