import { aClaim, aDrift, aReport, aResult, DOCKER } from '../../reports/fixtures/pieces';
import type { Report, ReportResult } from '../../reports/report';
import { reportErrors } from '../../reports/validate';
import { mergeParts, type Part } from './merge';

const OTHER = { ...DOCKER, id: 'unix:///run/other.sock', version: '28.5.2' };
const CLAIMS = [aClaim('volume.a', 'A holds.'), aClaim('volume.b', 'B holds.')];
const PLAN = 'a'.repeat(64);

interface Cut {
  readonly index: number;
  readonly count?: number;
  readonly plan?: string;
  readonly targets?: Report['targets'];
  readonly results: readonly ReportResult[];
  readonly more?: Partial<Report>;
}

function part({ index, count = 2, plan = PLAN, targets = [DOCKER], results, more = {} }: Cut): Part {
  const report = aReport({ targets: [...targets], claims: CLAIMS, results: [...results], exitStatus: 0 });
  const configuration = { ...report.run.configuration, shard: { index, count, plan } };
  const plans = targets.map(({ id }) => {
    const planned = results.filter(({ target }) => target === id).length;
    return { target: id, planned, notApplicable: 0, notImplemented: 0, notSelected: CLAIMS.length - planned };
  });
  return { file: `${index}.json`, report: { ...report, run: { ...report.run, configuration }, plan: plans, ...more } };
}

const first = part({ index: 1, results: [aResult('volume.a')] });
const second = part({ index: 2, results: [aResult('volume.b')] });

describe('the parts of a run, merged', () => {
  it('are the report of the whole run, in whichever order they come', () => {
    const merged = mergeParts([second, first]);
    expect(merged.results.map(({ claim }) => claim)).toEqual(['volume.a', 'volume.b']);
    expect(merged.plan).toEqual([
      { target: DOCKER.id, planned: 2, notApplicable: 0, notImplemented: 0, notSelected: 0 },
    ]);
    expect(merged.run.configuration.shard).toBeUndefined();
    expect(merged.exitStatus).toBe(0);
    expect(reportErrors(JSON.parse(JSON.stringify(merged)))).toEqual([]);
  });

  it('have the targets of all of them', () => {
    const other = part({ index: 2, targets: [OTHER], results: [aResult('volume.a', { target: OTHER.id })] });
    expect(mergeParts([first, other]).targets.map(({ id }) => id)).toEqual([DOCKER.id, OTHER.id]);
  });

  it('depart where one of them does, and are incomplete where one of them is', () => {
    const failed = { verdict: 'fail', outcome: 'regression', reason: 'no', failure: { what: 'b' } } as const;
    const broken = { verdict: 'error', outcome: 'not-judged', reason: 'no answer' } as const;
    expect(mergeParts([first, part({ index: 2, results: [aResult('volume.b', failed)] })]).exitStatus).toBe(1);
    expect(mergeParts([first, part({ index: 2, results: [aResult('volume.b', broken)] })]).exitStatus).toBe(3);
  });

  it('tell a place of drift once, with the answers of all of them', () => {
    const drift = [aDrift('/A', { answers: 3, departed: 2 })];
    const parts = [first, second].map(({ file, report }) => ({ file, report: { ...report, drift } }));
    expect(mergeParts(parts).drift).toEqual([aDrift('/A', { answers: 6, departed: 4 })]);
  });

  it('are refused where one is missing', () => {
    expect(() => mergeParts([first])).toThrow('1 of 2 parts are missing: 2/2');
  });

  it('are refused where one is there twice', () => {
    expect(() => mergeParts([first, { ...first, file: 'again.json' }])).toThrow(
      'again.json and 1.json are both part 1',
    );
  });

  it('are refused where they are of different plans', () => {
    const other = part({ index: 2, plan: 'b'.repeat(64), results: [aResult('volume.b')] });
    expect(() => mergeParts([first, other])).toThrow('2.json and 1.json are parts of different plans');
  });

  it('are refused where the engine was upgraded between them', () => {
    const upgraded = part({ index: 2, targets: [{ ...DOCKER, version: '28.5.2' }], results: [aResult('volume.b')] });
    expect(() => mergeParts([first, upgraded])).toThrow(
      /not the same engine .*: version 20\.10\.24\+dfsg1 and 28\.5\.2/,
    );
  });

  it('are refused where one is of a whole run', () => {
    const whole = aReport({ targets: [DOCKER], claims: CLAIMS, results: [], exitStatus: 0 });
    expect(() => mergeParts([{ file: 'whole.json', report: whole }])).toThrow(
      'whole.json is the report of a whole run',
    );
  });
});
