/** Makes the report of a run: plan and results held together, so that a check that never reported is an error. */

import {
  REPORT_FORMAT,
  type Report,
  type ReportCluster,
  type ReportFinding,
  type ReportResult,
  TOOL_NAME,
} from '../../reports/report';
import { summarise } from '../../reports/summarise';
import { isImplemented } from '../claims/catalogue';
import { applicableChange, type VersionFacts } from '../claims/changes';
import type { CatalogueEntry, Claim } from '../claims/claim';
import { chapterOf } from '../claims/claim';
import { storeUrl } from '../cluster/store-address';
import type { Drift } from '../drift/collector';
import { reportDrift, unjudgedDrift } from '../drift/report';
import { endpointUrl } from '../target/endpoint-url';
import type { ClusterFacts, TargetFacts } from '../target/facts';
import type { Target } from '../target/target';
import { exitStatus, judge } from '../verdict/outcome';
import { curlLine } from './curl';
import type { Plan } from './plan';
import type { Aftermath } from './put-back';
import type { ClaimResult } from './result';

/** What came of one target. */
export interface TargetRun {
  readonly target: Target;
  readonly facts: TargetFacts;
  readonly plan: Plan;
  readonly results: readonly ClaimResult[];
  readonly aftermath: Aftermath;
  readonly drift: Drift;
}

export interface RunFrame {
  readonly id: string;
  readonly toolVersion: string;
  readonly startedAt: Date;
  readonly finishedAt: Date;
  readonly interrupted: boolean;
  readonly configuration: Report['run']['configuration'];
}

/** The report of a run over all its targets. */
export function assembleReport(
  frame: RunFrame,
  catalogue: readonly CatalogueEntry[],
  runs: readonly TargetRun[],
): Report {
  const { configuration, interrupted } = frame;
  const results = runs.flatMap((run) => resultsOf(run, configuration.strict));
  return {
    format: REPORT_FORMAT,
    tool: { name: TOOL_NAME, version: frame.toolVersion },
    run: {
      id: frame.id,
      startedAt: frame.startedAt.toISOString(),
      finishedAt: frame.finishedAt.toISOString(),
      durationMs: frame.finishedAt.getTime() - frame.startedAt.getTime(),
      interrupted,
      configuration,
    },
    targets: runs.map(({ target, facts }) => targetOf(target, facts)),
    claims: catalogue.map(claimOf),
    plan: runs.map(({ target, plan }) => ({
      target: target.id,
      planned: plan.tried.length,
      notApplicable: plan.notApplicable.length,
      notImplemented: plan.notImplemented.length,
      notSelected: plan.notSelected,
    })),
    results,
    findings: runs.flatMap(findingsOf),
    drift: runs.flatMap(({ target, facts, drift }) =>
      reportDrift(target.id, drift.places, facts, configuration.strict),
    ),
    timings: [],
    comparisons: [],
    summary: runs.map(({ target }) => summarise(target.id, results)),
    // Claims alone decide it: that an engine of today sends more than one of 2016 did is no departure from a claim. Drift is
    // told, and what is unknown of it is for whoever compares with an earlier run to ask about.
    exitStatus: exitStatus({
      interrupted,
      outcomes: results.map(({ outcome }) => outcome),
      unjudged: results.filter(({ verdict }) => verdict === 'error').length,
      leftBehind: runs.some(({ aftermath }) => aftermath.left.length > 0),
    }),
  };
}

function resultsOf(run: TargetRun, strict: boolean): ReportResult[] {
  const reported = new Map(run.results.map((result) => [result.claim, result]));
  const tried = run.plan.tried.map((claim): ReportResult => {
    const { id, changes } = claim;
    const result = reported.get(id);
    if (result === undefined) return unreported(run.target.id, id);
    const { shown, ...rest } = result;
    const { outcome, change } = judge(result.verdict, changes, engineJudged(claim, run.facts), strict);
    return {
      target: run.target.id,
      ...rest,
      outcome,
      ...(change === undefined
        ? {}
        : { change: { why: change.why, reference: change.reference, engine: `${change.vendor} ${change.engine}` } }),
      seeByHand:
        result.verdict === 'pass' || shown === undefined
          ? null
          : curlLine(shown.endpoint ?? run.target.endpoint, shown.call),
    } as ReportResult;
  });
  const notApplicable = run.plan.notApplicable.map(
    ({ claim, reason }): ReportResult => ({
      ...unreported(run.target.id, claim.id),
      verdict: 'not-applicable',
      reason,
    }),
  );
  return [...tried, ...notApplicable];
}

/** Whose known changes a verdict is held against: of a claim on a whole cluster, the host's that has one. */
function engineJudged({ needs, changes }: Claim, facts: TargetFacts): VersionFacts {
  if (facts.cluster === null || needs?.some((need) => need.ofCluster) !== true) return facts;
  return facts.cluster.hosts.find((host) => applicableChange(changes, host) !== undefined) ?? facts;
}

/** A check that was planned and of which nothing was heard. */
function unreported(target: string, claim: string): ReportResult {
  return {
    target,
    claim,
    verdict: 'error',
    outcome: 'not-judged',
    reason: 'planned, and never reported',
    durationMs: 0,
    attempts: 0,
    convergence: [],
    evidence: { calls: [], commands: [], truncated: false },
    seeByHand: null,
  };
}

function findingsOf({ target, aftermath, facts, drift }: TargetRun): ReportFinding[] {
  const findings: ReportFinding[] = unjudgedDrift(target.id, drift.leftOut);
  if (aftermath.left.length > 0) {
    findings.push({
      target: target.id,
      kind: 'left-behind',
      severity: 'problem',
      message: `this run left something behind; remove it with: engine-conformance clean --target ${target.id}`,
      details: [...aftermath.left],
    });
  }
  for (const { kind, appeared, gone } of aftermath.differences) {
    findings.push({
      target: target.id,
      kind: 'host-changed',
      severity: 'notice',
      message: `${kind} are not what they were before the run`,
      details: [...appeared.map((line) => `appeared: ${line}`), ...gone.map((line) => `gone: ${line}`)],
    });
  }
  const { endpoint } = target;
  // An engine that the suite started listens where it was told to, on the loopback, and is gone.
  if (endpoint.kind === 'tcp' && endpoint.tls === undefined && target.own !== true) {
    findings.push({
      target: target.id,
      kind: 'plain-tcp',
      severity: 'notice',
      message: `${endpointUrl(endpoint)} lets anyone in who reaches it: plain TCP, no certificate asked`,
      details: [`${facts.vendor} ${facts.version}`],
    });
  }
  return findings;
}

function targetOf(target: Target, facts: TargetFacts): Report['targets'][number] {
  const { vendor, version, apiVersion, minApiVersion, apiVersionAsked, os, kernel, arch, storageDriver, cgroup, host } =
    facts;
  const { cluster } = facts;
  return {
    id: target.id,
    endpoint: endpointUrl(target.endpoint),
    source: target.source,
    vendor,
    version,
    apiVersion,
    minApiVersion,
    apiVersionAsked,
    os,
    kernel,
    arch,
    storageDriver,
    cgroup,
    host,
    ...(cluster === null ? {} : { cluster: clusterOf(cluster) }),
  };
}

function clusterOf({ hosts, mode, formation, store, swarmManagers, registry }: ClusterFacts): ReportCluster {
  return {
    hosts: hosts.map(({ name, endpoint, address, vendor, version, apiVersion, minApiVersion }) => ({
      ...{ name, endpoint: endpointUrl(endpoint), address, vendor, version, apiVersion, minApiVersion },
    })),
    mode,
    formed: formation.formed,
    ...(formation.formed ? {} : { reason: formation.reason }),
    ...(formation.formed && formation.tookMs !== undefined ? { formedMs: formation.tookMs } : {}),
    store: store === null ? null : storeUrl(store.kind, store.address),
    swarmManagers: [...swarmManagers],
    registry,
  };
}

function claimOf(entry: CatalogueEntry): Report['claims'][number] {
  return {
    id: entry.id,
    chapter: chapterOf(entry.id),
    level: entry.level,
    statement: entry.statement,
    lines: entry.lines.map(([first, last]): [number, number] => [first, last]),
    ...(entry.documentSays === undefined ? {} : { documentSays: entry.documentSays }),
    needs: (entry.needs ?? []).map((need) => need.name),
    implemented: isImplemented(entry),
  };
}
