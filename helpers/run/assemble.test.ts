import { reportErrors } from '../../reports/validate';
import { type CatalogueEntry, type Claim, pending } from '../claims/claim';
import { host } from '../claims/needs';
import { someFacts, someTarget } from '../fixtures/facts';
import { aClaim } from '../fixtures/session-on';
import { assembleReport, type RunFrame, type TargetRun } from './assemble';
import { makePlan } from './plan';
import type { Aftermath } from './put-back';
import type { ClaimResult } from './result';

const LATER = pending('host', [{ id: 'host.later', level: 'stated', lines: [[7, 8]], statement: 'later' }]);
const body = async () => {};
const CHANGES = [{ vendor: 'docker' as const, engine: '>=20.0.0', why: 'it was changed', reference: 'measured' }];
const ONE = aClaim('engine.one', body);
const CHANGED = aClaim('network.changed', body, { changes: CHANGES });
const NEEDY = aClaim('volume.needy', body, { needs: [host] });
const WRONG = aClaim('engine.wrong', body, { level: 'erratum', documentSays: 'the opposite' });
const CATALOGUE: readonly CatalogueEntry[] = [ONE, WRONG, CHANGED, NEEDY, ...LATER];

const FRAME: RunFrame = {
  id: 'bcdfghjklm',
  toolVersion: '0.1.0',
  startedAt: new Date('2026-01-02T03:04:05Z'),
  finishedAt: new Date('2026-01-02T03:04:07.500Z'),
  interrupted: false,
  configuration: { only: [], skip: [], level: null, apiVersion: null, strict: false, repeat: 1, bootstrap: false },
};
const CLEAN: Aftermath = { left: [], differences: [], hostUnseen: null };
const REMOTE = someFacts({ host: { local: false, reason: 'it is elsewhere' } });

const CALL = { phase: 'body', method: 'GET', path: '/v1.23/info', status: 200, ms: 1 } as const;

function result(claim: Claim, verdict: ClaimResult['verdict'], more: Partial<ClaimResult> = {}): ClaimResult {
  return {
    claim: claim.id,
    verdict,
    reason: verdict === 'pass' ? null : 'because',
    ...(verdict === 'fail' ? { failure: { what: 'w', expected: 1, observed: 2 } } : {}),
    durationMs: 3,
    attempts: 1,
    convergence: [],
    evidence: { calls: [], commands: [], truncated: false },
    shown: { call: CALL, endpoint: undefined },
    ...more,
  };
}

function runOf(results: readonly ClaimResult[], more: Partial<TargetRun> = {}): TargetRun {
  const facts = more.facts ?? REMOTE;
  return {
    target: someTarget(),
    facts,
    plan: makePlan(CATALOGUE, CATALOGUE, facts),
    results,
    aftermath: CLEAN,
    drift: { places: [], leftOut: [] },
    ...more,
  };
}

const ALL = [result(ONE, 'pass'), result(WRONG, 'pass'), result(CHANGED, 'fail')];
const assemble = (runs: readonly TargetRun[], frame: Partial<RunFrame> = {}) =>
  assembleReport({ ...FRAME, ...frame }, CATALOGUE, runs);

describe('the report of a run', () => {
  test('is one by its schema, and agrees with itself', () => {
    const report = assemble([runOf(ALL)]);
    expect(reportErrors(JSON.parse(JSON.stringify(report)))).toEqual([]);
    expect(report.run).toMatchObject({ startedAt: '2026-01-02T03:04:05.000Z', durationMs: 2_500, interrupted: false });
    expect(report.plan).toEqual([
      { target: someTarget().id, planned: 3, notApplicable: 1, notImplemented: 1, notSelected: 0 },
    ]);
    expect(report.claims.map(({ id, implemented }) => [id, implemented])).toEqual([
      ['engine.one', true],
      ['engine.wrong', true],
      ['network.changed', true],
      ['volume.needy', true],
      ['host.later', false],
    ]);
    expect(report.claims[1]).toMatchObject({ documentSays: 'the opposite', chapter: 'engine' });
    expect(report.exitStatus).toBe(0);
  });

  test('says of each claim what its verdict means for this engine', () => {
    const { results } = assemble([runOf(ALL)]);
    expect(results.map(({ claim, verdict, outcome, reason }) => [claim, verdict, outcome, reason])).toEqual([
      ['engine.one', 'pass', 'as-expected', null],
      ['engine.wrong', 'pass', 'as-expected', null],
      ['network.changed', 'fail', 'known-change', 'because'],
      ['volume.needy', 'not-applicable', 'not-judged', 'it is elsewhere'],
    ]);
    expect(results[2]?.change).toEqual({ why: 'it was changed', reference: 'measured', engine: 'docker >=20.0.0' });
    const other = assemble([runOf(ALL, { facts: someFacts({ version: '1.11.1', host: REMOTE.host }) })]);
    expect(other.results[2]).toMatchObject({ outcome: 'regression' });
    expect(other.exitStatus).toBe(1);
  });

  test('takes no change for granted where it is strict', () => {
    const report = assemble([runOf(ALL)], { configuration: { ...FRAME.configuration, strict: true } });
    expect(report.results[2]).toMatchObject({ outcome: 'regression' });
    expect(report.results[2]).not.toHaveProperty('change');
    expect(report.exitStatus).toBe(1);
  });

  test('has a claim that was planned and never reported in error', () => {
    const report = assemble([runOf(ALL.slice(0, 1))]);
    expect(report.results[1]).toMatchObject({
      claim: 'engine.wrong',
      verdict: 'error',
      outcome: 'not-judged',
      reason: 'planned, and never reported',
      evidence: { calls: [], commands: [], truncated: false },
    });
    expect(report.exitStatus).toBe(3);
    expect(reportErrors(JSON.parse(JSON.stringify(report)))).toEqual([]);
  });

  test('shows how to see by hand what did not pass, and keeps no call for that', () => {
    const { results } = assemble([
      runOf([result(ONE, 'pass'), result(WRONG, 'error'), result(CHANGED, 'fail', { shown: undefined })]),
    ]);
    expect(results.map(({ seeByHand }) => seeByHand)).toEqual([
      null,
      'curl -sS --unix-socket /var/run/docker.sock http://localhost/v1.23/info',
      null,
      null,
    ]);
    for (const each of results) expect(each).not.toHaveProperty('shown');
  });

  test('shows a call that was made elsewhere than at the target with the address that was called', () => {
    const endpoint = { kind: 'tcp', host: '10.0.0.8', port: 2375 } as const;
    const { results } = assemble([runOf([result(ONE, 'fail', { shown: { call: CALL, endpoint } })])]);
    expect(results[0]?.seeByHand).toBe('curl -sS http://10.0.0.8:2375/v1.23/info');
  });

  test.each<[string, Partial<RunFrame>, Partial<TargetRun>, number]>([
    ['interrupted', { interrupted: true }, {}, 130],
    ['that left something behind', {}, { aftermath: { ...CLEAN, left: ['container c1: 500 busy'] } }, 3],
    [
      'after which the host differs',
      {},
      { aftermath: { ...CLEAN, differences: [{ kind: 'routes', appeared: ['r'], gone: [] }] } },
      0,
    ],
  ])('of a run %s says so in its exit status', (_what, frame, more, status) => {
    const report = assemble([runOf(ALL, more)], frame);
    expect(report.exitStatus).toBe(status);
    expect(reportErrors(JSON.parse(JSON.stringify(report)))).toEqual([]);
  });

  test('tells what is left, what changed on the host, and an engine that lets anyone in', () => {
    const aftermath: Aftermath = {
      left: ['container c1: 500 busy'],
      differences: [{ kind: 'routes', appeared: ['10.1.0.0/16'], gone: ['10.2.0.0/16'] }],
      hostUnseen: null,
    };
    const endpoint = { kind: 'tcp', host: 'engine', port: 2375 } as const;
    const { findings } = assemble([
      runOf(ALL, { aftermath, target: someTarget({ id: 'tcp://engine:2375', endpoint }) }),
    ]);
    expect(findings.map(({ kind, severity, details }) => [kind, severity, details])).toEqual([
      ['left-behind', 'problem', ['container c1: 500 busy']],
      ['host-changed', 'notice', ['appeared: 10.1.0.0/16', 'gone: 10.2.0.0/16']],
      ['plain-tcp', 'notice', ['docker 20.10.24+dfsg1']],
    ]);
    expect(findings[0]?.message).toContain('engine-conformance clean --target tcp://engine:2375');
    const tls = { ...endpoint, tls: { verify: true } };
    expect(assemble([runOf(ALL, { target: someTarget({ endpoint: tls }) })]).findings).toEqual([]);
  });

  test('tells where answers departed from the schemas, what is known of it, and what was not judged', () => {
    const seen = { method: 'GET', path: '/v1.23/version' };
    const place = { schema: 'version', kind: 'added', expected: 'absent', observed: '1', seen } as const;
    const places = ['/MinAPIVersion', '/Odd'].map((path) => ({ ...place, path, answers: 3, departed: 2 }));
    const drift = { places, leftOut: ['2 answers of info after 8388608 characters'] };
    const report = assemble([runOf(ALL, { drift })]);
    expect(reportErrors(JSON.parse(JSON.stringify(report)))).toEqual([]);
    expect(report.drift.map(({ target, path, known }) => [target, path, known?.engine])).toEqual([
      [someTarget().id, '/MinAPIVersion', 'docker >=1.13.0'],
      [someTarget().id, '/Odd', undefined],
    ]);
    expect(report.drift[1]).toEqual({ target: someTarget().id, ...places[1] });
    expect(report.findings).toMatchObject([{ kind: 'drift-not-judged', severity: 'notice', details: drift.leftOut }]);
    // What is unknown is for a comparison with an earlier run to ask about: the claims alone decide.
    expect(report.exitStatus).toBe(0);
    const strict = assemble([runOf(ALL.slice(0, 2), { drift })], {
      configuration: { ...FRAME.configuration, strict: true },
    });
    expect(strict.drift.every(({ known }) => known === undefined)).toBe(true);
  });

  test('of two targets keeps them apart, and is as bad as the worse', () => {
    const other = runOf([result(ONE, 'fail'), ...ALL.slice(1)], { target: someTarget({ id: 'other' }) });
    const report = assemble([runOf(ALL), other]);
    expect(report.summary.map(({ target, outcomes }) => [target, outcomes.regression])).toEqual([
      [someTarget().id, 0],
      ['other', 1],
    ]);
    expect(report.results.filter(({ target }) => target === 'other')).toHaveLength(4);
    expect(report.exitStatus).toBe(1);
    expect(reportErrors(JSON.parse(JSON.stringify(report)))).toEqual([]);
    const left = runOf(ALL, {
      target: someTarget({ id: 'other' }),
      aftermath: { ...CLEAN, left: ['network n1: 403 in use'] },
    });
    expect(assemble([runOf(ALL), left]).exitStatus).toBe(3);
  });
});
