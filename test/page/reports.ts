/** Reports for the tests of the page: one of one engine, a comparison, and a large one. */
import { HOSTILE, mixedReport } from '../../reports/fixtures/mixed';
import { aClaim, aDrift, aReport, aResult, DOCKER } from '../../reports/fixtures/pieces';
import type { Report, ReportComparison, ReportResult, ReportTarget, ReportTiming } from '../../reports/report';

const CHAPTERS = ['engine', 'network', 'overlay', 'volume', 'host'] as const;

/** With every status, hostile text wherever an engine could put it, times, and a comparison with a baseline. */
export function everything(): Report {
  const report = mixedReport();
  return {
    ...report,
    timings: report.targets.flatMap(({ id }) => timingsOf(id)),
    comparisons: [comparisonOf(report)],
  };
}

/** The same of one engine alone. */
export function oneEngine(): Report {
  const report = everything();
  const [target] = report.targets;
  if (target === undefined) throw new Error('the report has no target');
  const own = <T extends { readonly target: string }>(items: readonly T[]) =>
    items.filter((item) => item.target === target.id);
  return {
    ...report,
    targets: [target],
    plan: own(report.plan),
    results: own(report.results),
    findings: own(report.findings),
    drift: own(report.drift),
    summary: own(report.summary),
    timings: [],
  };
}

/** Claims on engines of two vendors, of which each second engine departs from some in its own way. */
export function manyEngines(engines: number, claims: number): Report {
  const targets = Array.from({ length: engines }, (_, index): ReportTarget => {
    const vendor = index % 3 === 2 ? 'podman' : 'docker';
    return { ...DOCKER, id: `${vendor}@${20 + index}.0.1`, vendor, version: `${20 + index}.0.1` };
  });
  const ids = Array.from({ length: claims }, (_, index) => `${CHAPTERS[index % CHAPTERS.length]}.part.claim-${index}`);
  return aReport({
    targets,
    claims: ids.map((id) => aClaim(id, `What \`${id}\` says holds on an engine that conforms.`)),
    results: targets.flatMap(({ id }, engine) => ids.map((claim, index) => resultOf(id, claim, engine, index))),
    drift: targets.flatMap(({ id }) => [aDrift('/Components', { target: id }), aDrift('/Platform', { target: id })]),
    exitStatus: 1,
  });
}

function resultOf(target: string, claim: string, engine: number, index: number): ReportResult {
  const common = { target, durationMs: 10 + ((index * 37) % 900), evidence: evidenceOf(claim) };
  if (index % 20 === 0 && engine >= index / 20) return aResult(claim, { ...common, ...FAILS, outcome: 'known-change' });
  if (index % 50 === 7 && engine === 3) return aResult(claim, { ...common, ...FAILS, outcome: 'regression' });
  return aResult(claim, common);
}

const FAILS = {
  verdict: 'fail',
  reason: 'status: expected 200, observed 400',
  failure: { what: 'status', expected: 200, observed: 400 },
} as const;

function evidenceOf(claim: string): ReportResult['evidence'] {
  const response = { Name: claim, Labels: { 'io.engine-conformance.run': '3f2a9c41' }, Options: {}, Mounts: [] };
  const call = {
    phase: 'body',
    method: 'GET',
    path: `/v1.23/networks/${claim}`,
    status: 200,
    response,
    ms: 3,
  } as const;
  return { calls: [call, { ...call, phase: 'setup' }], commands: [], truncated: false };
}

function timingsOf(target: string): ReportTiming[] {
  return (['ping', 'start', 'round-trip-bridge', 'round-trip-overlay'] as const).map((operation) => ({
    target,
    operation,
    samples: [0.08, 0.1, 0.07, 0.4],
  }));
}

function comparisonOf({ targets: [target] }: Report): ReportComparison {
  return {
    target: target?.id ?? '',
    purpose: 'gate',
    baseline: {
      name: `docker-20.10.5.json ${HOSTILE}`,
      vendor: 'docker',
      version: '20.10.5',
      apiVersionAsked: '1.23',
      toolVersion: '0.1.0',
    },
    compared: 8,
    unchanged: 6,
    differences: [
      {
        subject: 'claim',
        id: 'network.static.address-kept',
        change: 'regression',
        was: 'pass',
        is: `fail: ${HOSTILE}`,
        seeByHand: 'curl -s --unix-socket /var/run/docker.sock http://localhost/v1.23/info',
        accepted: false,
      },
      {
        subject: 'drift',
        id: `container-inspect /${HOSTILE} added`,
        change: 'new',
        was: null,
        is: HOSTILE,
        since: { why: 'It is new.', reference: 'https://example.com/notes', engine: 'docker >=20.10.0' },
        seeByHand: null,
        accepted: true,
        waiver: 'It is not used here.',
      },
    ],
    notCompared: [{ claim: 'overlay.two-hosts.ping', side: 'baseline' }],
    waivers: [{ where: 'accept.yaml:12', problem: 'expired', message: 'expired on 2026-01-01' }],
  };
}
