import { conformingReport } from '../../reports/fixtures/conforming';
import { mixedReport } from '../../reports/fixtures/mixed';
import { aClaim, aReport, aResult, DOCKER } from '../../reports/fixtures/pieces';
import type { Report } from '../../reports/report';
import { reportErrors } from '../../reports/validate';
import { mergeForComparison, type Source } from './merge';

const NEWER = { ...DOCKER, id: 'docker@28.5.2', version: '28.5.2+dfsg4' };
const PODMAN = { ...DOCKER, id: 'podman@5.8.6', vendor: 'podman' as const, version: '5.8.6' };

const one = (target: typeof DOCKER, ...claims: string[]): Report =>
  aReport({
    targets: [target],
    claims: claims.map((id) => aClaim(id, 'It works.')),
    results: claims.map((id) => aResult(id, { target: target.id })),
    timings: [{ target: target.id, operation: 'ping', samples: [1.5] }],
    exitStatus: 0,
  });

const merged = (...sources: Source[]) =>
  mergeForComparison(sources, {
    toolVersion: '0.1.0',
    knownClaims: new Set(sources.flatMap(({ report }) => report.claims.map(({ id }) => id))),
  });

describe('reports side by side', () => {
  it('are one report that agrees with itself', () => {
    const report = merged(
      { report: one(PODMAN, 'engine.a', 'engine.b') },
      { file: 'mixed.json', report: mixedReport() },
      { file: 'a.json', report: conformingReport() },
      { file: 'b/a.json', report: conformingReport() },
      { file: 'c/a.json', report: conformingReport() },
    );
    expect(reportErrors(report)).toEqual([]);
    expect(report.run.compared).toBe(true);
  });

  it('have their engines in the order of vendor and version, each saying where it came from', () => {
    const report = merged(
      { report: one(PODMAN, 'engine.a') },
      { file: 'new.json', report: one(NEWER, 'engine.a') },
      { file: 'old.json', report: one(DOCKER, 'engine.a') },
    );
    expect(report.targets.map(({ id, source }) => [id, source])).toEqual([
      [DOCKER.id, 'report old.json'],
      [NEWER.id, 'report new.json'],
      [PODMAN.id, DOCKER.source],
    ]);
    expect(report.timings.map(({ target }) => target)).toEqual([DOCKER.id, NEWER.id, PODMAN.id]);
  });

  it('have the claims of all, and plans that add up to them', () => {
    const report = merged(
      { report: one(DOCKER, 'engine.a', 'engine.b') },
      { file: 'x.json', report: one(NEWER, 'engine.b', 'engine.c') },
    );
    expect(report.claims.map(({ id }) => id)).toEqual(['engine.a', 'engine.b', 'engine.c']);
    for (const { planned, notApplicable, notImplemented, notSelected } of report.plan) {
      expect(planned + notApplicable + notImplemented + notSelected).toBe(3);
    }
  });

  it('take a claim for implemented where one of them does', () => {
    const bare = aReport({
      targets: [NEWER],
      claims: [aClaim('engine.a', 'It works.', { implemented: false })],
      results: [],
      exitStatus: 0,
    });
    const report = merged({ report: bare }, { file: 'x.json', report: one(DOCKER, 'engine.a') });
    expect(report.claims.map(({ implemented }) => implemented)).toEqual([true]);
    expect(reportErrors(report)).toEqual([]);
  });

  it('keep one engine of two reports apart, by the file and else by its path', () => {
    const report = one(DOCKER, 'engine.a');
    const sources = ['before/report.json', 'after/report.json', 'x.json'].map((file): Source => ({ file, report }));
    const { targets, results } = merged({ report }, ...sources);
    const names = [
      DOCKER.id,
      `${DOCKER.id} (report.json)`,
      `${DOCKER.id} (after/report.json)`,
      `${DOCKER.id} (x.json)`,
    ];
    expect(targets.map(({ id }) => id)).toEqual(names);
    expect(results.map(({ target }) => target)).toEqual(names);
  });

  it('exit with 0 whatever departs, with 3 where something was not judged, with 130 where this run was interrupted', () => {
    const departing = aReport({
      targets: [DOCKER],
      claims: [aClaim('engine.a', 'It works.')],
      results: [aResult('engine.a', { verdict: 'fail', outcome: 'regression', reason: 'so', failure: { what: 'it' } })],
      exitStatus: 1,
    });
    const broken = aReport({
      targets: [DOCKER],
      claims: [aClaim('engine.a', 'It works.')],
      results: [aResult('engine.a', { verdict: 'error', outcome: 'not-judged', reason: 'it broke' })],
      exitStatus: 3,
    });
    const interrupted: Report = { ...one(DOCKER, 'engine.a'), run: { ...broken.run, interrupted: true } };
    const other = { report: one(NEWER, 'engine.a') };
    expect(merged(other, { file: 'x.json', report: departing }).exitStatus).toBe(0);
    expect(merged(other, { file: 'x.json', report: broken }).exitStatus).toBe(3);
    expect(merged(other, { file: 'x.json', report: interrupted }).exitStatus).toBe(3);
    expect(merged({ report: interrupted }, { file: 'x.json', report: one(NEWER, 'engine.a') }).exitStatus).toBe(130);
  });

  it('say of a report from a file what makes it less comparable', () => {
    const strange = one(NEWER, 'engine.a', 'engine.unheard-of');
    const report = mergeForComparison(
      [
        { report: one(DOCKER, 'engine.a') },
        {
          file: 'x.json',
          report: {
            ...strange,
            tool: { ...strange.tool, version: '0.0.9' },
            run: { ...strange.run, configuration: { ...strange.run.configuration, only: ['engine.*'] } },
          },
        },
      ],
      { toolVersion: '0.1.0', knownClaims: new Set(['engine.a']) },
    );
    expect(report.findings.map(({ target, kind, details }) => [target, kind, ...details])).toEqual([
      [NEWER.id, 'unknown-claims', 'engine.unheard-of'],
      [NEWER.id, 'other-version'],
      [NEWER.id, 'other-settings', 'only: ["engine.*"], elsewhere []'],
    ]);
    expect(report.results.map(({ claim }) => claim)).toContain('engine.unheard-of');
  });
});
