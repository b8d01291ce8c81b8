import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { UsageError } from '../helpers/usage-error';
import { fittingJson } from './fit';
import { conformingReport } from './fixtures/conforming';
import { mixedReport } from './fixtures/mixed';
import { readReport } from './read';
import { assertWritable, writeReports } from './write';
import { renderJson } from './writers/json';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'reports-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function saved(content: string | Buffer): string {
  const file = path.join(folder, 'saved.json');
  writeFileSync(file, content);
  return file;
}

function refusal(action: () => unknown): UsageError {
  try {
    action();
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('writing a report', () => {
  it('makes the directory and writes four files, and nothing else stays there', async () => {
    const file = await writeReports(mixedReport(), path.join(folder, 'a', 'b'));
    expect(file).toBe(path.join(folder, 'a', 'b', 'report.json'));
    expect(readdirSync(path.dirname(file)).sort()).toEqual(['junit.xml', 'report.html', 'report.json', 'report.md']);
  });

  it('writes what can be read again, with hostile text as it was', async () => {
    const report = mixedReport();
    const read = readReport(await writeReports(report, folder));
    expect(read.targets).toEqual(report.targets);
    expect(read.results).toHaveLength(report.results.length);
    expect(read.results.find(({ claim }) => claim === 'network.names.by-alias')).toEqual(
      report.results.find(({ claim }) => claim === 'network.names.by-alias'),
    );
  });

  it('replaces an earlier report', async () => {
    await writeReports(mixedReport(), folder);
    await writeReports(conformingReport(), folder);
    expect(readReport(path.join(folder, 'report.json')).exitStatus).toBe(0);
  });

  it('throws where the report contradicts its schema, and writes nothing', async () => {
    await expect(writeReports({ ...mixedReport(), summary: [] }, folder)).rejects.toThrow('contradicts its schema');
    await expect(
      writeReports({ ...mixedReport(), run: { ...mixedReport().run, durationMs: Number.NaN } }, folder),
    ).rejects.toThrow('/run/durationMs');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('leaves no temporary file where a name is taken by a directory', async () => {
    mkdirSync(path.join(folder, 'report.md'));
    await expect(writeReports(mixedReport(), folder)).rejects.toThrow(UsageError);
    expect(readdirSync(folder).sort()).toEqual(['junit.xml', 'report.md']);
  });

  it('is a usage error where the directory is a file', async () => {
    const file = saved('');
    await expect(writeReports(mixedReport(), file)).rejects.toThrow(UsageError);
    await expect(assertWritable(path.join(file, 'below'))).rejects.toThrow("can't write to the output directory");
  });

  it('is tried beforehand without a trace', async () => {
    await assertWritable(path.join(folder, 'new'));
    expect(readdirSync(path.join(folder, 'new'))).toEqual([]);
  });
});

describe('report.json', () => {
  it('is the same whatever the order in which results came and keys were set', () => {
    const report = mixedReport();
    const turned = Object.fromEntries(Object.entries(report).reverse()) as typeof report;
    expect(renderJson({ ...turned, results: [...report.results].reverse() })).toBe(renderJson(report));
  });

  it('keeps keys in the order of the schema, and those of an answer in their own', () => {
    const text = renderJson(conformingReport());
    expect(Object.keys(JSON.parse(text)).slice(0, 3)).toEqual(['format', 'tool', 'run']);
    expect(text.indexOf('"Version"')).toBeLessThan(text.indexOf('"ApiVersion"'));
    expect(text).toMatch(/^\{\n "format": 2,\n/);
  });

  it('cuts an answer that nests without end', () => {
    const [first, ...rest] = conformingReport().results;
    if (first === undefined) throw new Error('no result');
    const response: unknown = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
    const call = { phase: 'body', method: 'GET', path: '/', status: 200, response, ms: 1 } as const;
    const evidence = { calls: [call], commands: [], truncated: false };
    const text = renderJson({ ...conformingReport(), results: [{ ...first, evidence }, ...rest] });
    expect(text).toContain('(nested deeper than is kept)');
  });

  it('is kept within its limit by leaving out evidence, first that of what is as expected', () => {
    const report = mixedReport();
    const whole = Buffer.byteLength(renderJson(report));
    const less: typeof report = JSON.parse(fittingJson(report, whole - 1));
    expect(less.results).toHaveLength(report.results.length);
    expect(less.results.find(({ claim }) => claim === 'engine.version.fields')?.evidence.truncated).toBe(true);
    expect(() => fittingJson(report, 1000)).toThrow(RangeError);
  });
});

describe('reading a report', () => {
  it.each([
    ['no JSON', '{"format": 1,\n "tool": }', 'is not JSON: unexpected } at line 2, column 10'],
    ['an empty file', '', 'is not JSON: unexpected end at line 1, column 1'],
    ['no text', Buffer.from([0x7b, 0xff, 0xfe]), 'is not a text in UTF-8'],
    ['a number', '7', 'is not a report of engine-conformance'],
    ['null', 'null', 'is not a report of engine-conformance'],
    ['a report of another tool', '{"tool": {"name": "other"}, "format": 1}', 'is not a report of engine-conformance'],
    [
      'a newer report',
      '{"tool": {"name": "engine-conformance"}, "format": 3}',
      'has format 3, and this version reads up to 2',
    ],
    [
      'a report without results',
      '{"tool": {"name": "engine-conformance"}, "format": 1}',
      'is not a valid report: the report must have',
    ],
    [
      'a report that contradicts itself',
      renderJson({ ...mixedReport(), plan: [] }),
      'is not a valid report: target unix:///var/run/docker.sock has 0 plans (and 1 more)',
    ],
    [
      'a report with a hostile name in a wrong place',
      renderJson({ ...conformingReport(), '\u001b[2J\n': 1 } as ReturnType<typeof conformingReport>),
      'is not a valid report: the report has an unknown field \\u001b[2J\\n',
    ],
  ])('refuses %s in one line', (_name, content, message) => {
    const error = refusal(() => readReport(saved(content)));
    expect(error.message).toContain(message);
    expect(error.message).not.toContain('\n');
    expect(error.mend).toBeDefined();
  });

  it('refuses what is not there, what is no file, and what is too large', () => {
    expect(refusal(() => readReport(path.join(folder, 'none.json'))).message).toContain('does not exist');
    expect(refusal(() => readReport(folder)).message).toContain('is not a file');
    expect(refusal(() => readReport(saved('x'.repeat(101)), 100)).message).toContain('has 101 bytes');
  });

  it('reads a file that is just large enough', () => {
    const text = renderJson(conformingReport());
    expect(readReport(saved(text), Buffer.byteLength(text))).toEqual(JSON.parse(text));
  });
});
