/** Engines side by side: reports of earlier runs and the live engine, timed; and what is refused. */
import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../helpers/fixtures/temporary-folder';
import { RUN_LABEL } from '../helpers/run/identity';
import { conformingReport } from '../reports/fixtures/conforming';
import { mixedReport } from '../reports/fixtures/mixed';
import { readReport } from '../reports/read';
import { renderJson } from '../reports/writers/json';
import { run } from './command';
import { liveHost, openLiveEngine } from './live-engine';

const LIMIT_MS = 120_000;

const folder = temporaryFolder();
const file = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const conforming = file('conforming.json', renderJson(conformingReport()));
const mixed = file('mixed.json', renderJson(mixedReport()));
const documentOf = (report: object, more: object) => JSON.stringify({ ...JSON.parse(JSON.stringify(report)), ...more });

/** As large as nobody reads; it takes no room on the disk. */
function hugeFile(): string {
  const path = file('huge.json', '{');
  truncateSync(path, 500_000_000);
  return path;
}

describe('a comparison is refused, with one line and its mend,', () => {
  it.each<[string, () => string[], RegExp]>([
    ['of nothing', () => [], /nothing to compare/],
    ['of one engine alone', () => [liveHost()], /nothing to compare .* with/],
    ['of one report of one engine', () => [conforming], /holds one engine/],
    ['of what is neither a target nor a file', () => [conforming, 'nosuch'], /no target has the name "nosuch"/],
    ['of a file that is not there', () => [conforming, join(folder, 'gone.json')], /does not exist/],
    ['of one file twice', () => [conforming, conforming], /is named twice/],
    ['of one engine twice', () => [liveHost(), liveHost()], /given twice/],
    [
      'of a report of another tool',
      () => [conforming, file('other.json', '{"tool":{"name":"trivy"}}')],
      /is not a report/,
    ],
    [
      'of a report of a newer format',
      () => [conforming, file('newer.json', documentOf(conformingReport(), { format: 3 }))],
      /has format 3, and this version reads up to 2/,
    ],
    ['of half a report', () => [conforming, file('half.json', renderJson(mixedReport()).slice(0, 900))], /is not JSON/],
    ['of a report of 500 MB', () => [conforming, hugeFile()], /has 500000000 bytes/],
    ['with no number of samples', () => [conforming, mixed, '--samples', '0'], /a number from 1 to 999/],
  ])(
    '%s',
    async (_what, args, line) => {
      const ended = await run(['compare', ...args(), '-o', temporaryFolder()]);
      expect(ended.status).toBe(2);
      expect(ended.stderr).toMatch(line);
      expect(ended.stderr.split('\n')).toHaveLength(3);
      expect(ended.stderr).toMatch(/\n {2}mend: /);
      expect(ended.stdout).toBe('');
    },
    LIMIT_MS,
  );
});

describe('reports side by side', () => {
  it(
    'are one report, a page, Markdown and the matrix on the terminal; nothing is started for them',
    async () => {
      const output = temporaryFolder();
      const env = { DOCKER_HOST: 'unix:///nosuch.sock' };
      const ended = await run(['compare', mixed, conforming, '-o', output], { env });
      expect(ended.stderr).toBe('');
      // One of its claims ended in an error.
      expect(ended.status).toBe(3);
      expect(ended.stdout).toMatch(/^3 engines\n/);
      const report = readReport(join(output, 'report.json'));
      expect(report.run.compared).toBe(true);
      expect(report.targets).toHaveLength(3);
      expect(report.targets.every(({ source }) => source.startsWith('report '))).toBe(true);
    },
    LIMIT_MS,
  );

  it(
    'exit with 0 where all was judged, whatever departs',
    async () => {
      const departing = conformingReport();
      const [first, ...rest] = departing.results;
      const results = [
        { ...first, verdict: 'fail', outcome: 'regression', reason: 'not so', failure: { what: 'it' } },
        ...rest,
      ];
      const summary = departing.summary.map((each) => ({
        ...each,
        verdicts: { ...each.verdicts, pass: each.verdicts.pass - 1, fail: each.verdicts.fail + 1 },
        outcomes: {
          ...each.outcomes,
          'as-expected': each.outcomes['as-expected'] - 1,
          regression: each.outcomes.regression + 1,
        },
      }));
      const bad = file('departing.json', documentOf(departing, { results, summary, exitStatus: 1 }));
      const ended = await run(['compare', bad, conforming, '-o', temporaryFolder()]);
      expect(ended.stderr).toBe('');
      expect(ended.status).toBe(0);
      expect(ended.stdout).toContain('COMPARED: 2 engines, 4 claims: 1 differs');
    },
    LIMIT_MS,
  );
});

describe('a live engine beside a report', () => {
  it(
    'is judged and timed, and nothing of it is left',
    async () => {
      const { engine, close } = await openLiveEngine();
      try {
        const output = temporaryFolder();
        const args = [liveHost(), conforming, '--only', 'engine.version.*', '--samples', '2', '-o', output];
        const ended = await run(['compare', ...args]);
        expect(ended.status).toBe(0);
        const report = readReport(join(output, 'report.json'));
        expect(report.timings.map(({ operation, samples }) => [operation, samples.length])).toEqual(
          [
            ...['ping', 'create', 'start', 'exec', 'stop', 'remove'],
            ...['network-create', 'network-remove', 'volume-create', 'volume-remove', 'round-trip-bridge'],
          ].map((operation) => [operation, 2]),
        );
        expect(report.timings.flatMap(({ samples }) => samples).every((ms) => ms > 0 && ms < 20_000)).toBe(true);
        expect(report.findings.filter(({ severity }) => severity === 'problem')).toEqual([]);
        const filters = { label: [`${RUN_LABEL}=${report.run.id}`] };
        expect(await engine.containers(filters)).toEqual([]);
        expect(await engine.networks(filters)).toEqual([]);
        const names = (await engine.volumes()).map(({ Name }) => Name ?? '');
        expect(names.filter((name) => name.includes(report.run.id))).toEqual([]);
      } finally {
        close();
      }
    },
    LIMIT_MS,
  );
});
