/** Generated from schemas/report.schema.json by scripts/generate-types.js: change the schema, not this file. */

/**
 * Milliseconds.
 */
export type Milliseconds = number;
export type Vendor = 'docker' | 'podman' | 'unknown';
/**
 * Id of a claim; fixed for good.
 */
export type ClaimId = string;
/**
 * The chapter that it belongs to: the first word of its id.
 */
export type Chapter =
  'engine' | 'network' | 'overlay' | 'volume' | 'swarm-classic' | 'registry' | 'remote-api' | 'swarm-mode' | 'host';
/**
 * stated: the document says it; implied: what it says relies on it; erratum: the document is wrong and the check asserts what is true.
 */
export type Level = 'stated' | 'implied' | 'erratum';
/**
 * Id of one of the targets.
 */
export type TargetId = string;
/**
 * What was seen. not-applicable: a need is absent; error: the suite or the engine broke, and nothing is said of the claim.
 */
export type Verdict = 'pass' | 'fail' | 'not-applicable' | 'error';
/**
 * What the verdict means for an engine of this kind and version.
 */
export type Outcome = 'as-expected' | 'known-change' | 'regression' | 'unexpected-pass' | 'waived' | 'not-judged';
export type Severity = 'problem' | 'notice';
/**
 * missing: a field is absent that v1.23 always has; type: its type is another, or it is null; format: the type is right, and its format or set of values another; added: v1.23 does not know it.
 */
export type DriftKind = 'missing' | 'type' | 'format' | 'added';
/**
 * round-trip-bridge: of a ping between two containers on one bridge; round-trip-overlay: between two hosts on an overlay network; all others are calls of the engine.
 */
export type Operation =
  | 'ping'
  | 'create'
  | 'start'
  | 'exec'
  | 'stop'
  | 'remove'
  | 'network-create'
  | 'network-remove'
  | 'volume-create'
  | 'volume-remove'
  | 'round-trip-bridge'
  | 'round-trip-overlay';
/**
 * gate: with the baseline that was named; own-version: with the baseline that comes with this tool for the target's own version.
 */
export type Purpose = 'gate' | 'own-version';
/**
 * regression: a claim passed and fails; fixed: it failed and passes; changed-reason: a claim fails, or an answer departs, in another way; new, gone: an answer departs at a place at which it did not, or no more.
 */
export type DifferenceChange = 'regression' | 'fixed' | 'new' | 'gone' | 'changed-reason';
export type Count = number;
/**
 * 0 conforms; 1 an engine departs; 2 could not judge; 3 incomplete; 130 interrupted.
 */
export type ExitStatus = 0 | 1 | 2 | 3 | 130;

/**
 * What one run of engine-conformance saw on its targets. The report is the truth; every other form of it is derived from this.
 */
export interface Report {
  /**
   * Version of this format. A reader refuses one that it does not know.
   */
  format: 2;
  tool: Tool;
  run: Run;
  /**
   * The engines, in the order in which they were asked for; of a comparison by vendor and version.
   */
  targets: Target[];
  /**
   * The whole catalogue, in its order: also claims that were not selected or are not implemented.
   */
  claims: Claim[];
  /**
   * How many claims were to be judged, written before the first one was tried; one entry a target.
   */
  plan: Plan[];
  /**
   * One for each target and claim that was selected and is implemented.
   */
  results: Result[];
  /**
   * What was noticed beside the claims, such as an object that was left behind.
   */
  findings: Finding[];
  /**
   * Where answers differ from the schemas of API v1.23.
   */
  drift: Drift[];
  /**
   * How long calls of the engines took; empty where nobody measured it.
   */
  timings: Timing[];
  /**
   * What differs from earlier measurements; at most one entry for each target and purpose.
   */
  comparisons: Comparison[];
  /**
   * How many results of each kind; one entry a target. The numbers are those of results.
   */
  summary: Summary[];
  exitStatus: ExitStatus;
}
/**
 * What wrote the report.
 */
export interface Tool {
  name: 'engine-conformance';
  /**
   * Version of the package.
   */
  version: string;
}
/**
 * When and how it was run.
 */
export interface Run {
  /**
   * The run's id, as labels on engines carry it.
   */
  id: string;
  /**
   * Time of day (RFC 3339).
   */
  startedAt: string;
  /**
   * Time of day (RFC 3339).
   */
  finishedAt: string;
  durationMs: Milliseconds;
  /**
   * Whether a signal ended the run before its plan was done.
   */
  interrupted: boolean;
  /**
   * There where engines were set side by side: a departure is shown, and decides nothing.
   */
  compared?: true;
  configuration: Configuration;
}
/**
 * The effective settings, wherever they came from.
 */
export interface Configuration {
  /**
   * Globs of claims that were asked for; empty is all.
   */
  only: string[];
  /**
   * Globs of claims that were left out.
   */
  skip: string[];
  /**
   * The level that was asked for; null is every level.
   */
  level: string | null;
  /**
   * The API version that was asked for; null is the tool's own choice.
   */
  apiVersion: string | null;
  /**
   * Whether a known change counts as a regression.
   */
  strict: boolean;
  /**
   * How often each claim was tried.
   */
  repeat: number;
  /**
   * Whether an engine was to be installed and started where none answered.
   */
  bootstrap: boolean;
  shard?: ReportShard;
}
/**
 * Which part of a run it was; absent of a whole one.
 */
export interface ReportShard {
  /**
   * From 1.
   */
  index: number;
  /**
   * How many parts there are.
   */
  count: number;
  /**
   * What all parts are parts of, as a SHA-256: only parts of one plan can be merged.
   */
  plan: string;
}
/**
 * An engine, as it was probed once before anything was judged. Its texts are the engine's own.
 */
export interface Target {
  /**
   * How the rest of the report names it.
   */
  id: string;
  /**
   * The endpoint as a URL.
   */
  endpoint: string;
  /**
   * Where the target came from, such as --target or DOCKER_HOST.
   */
  source: string;
  vendor: Vendor;
  /**
   * As the engine writes it.
   */
  version: string;
  /**
   * The highest API version that it offers.
   */
  apiVersion: string;
  /**
   * The lowest API version that it accepts.
   */
  minApiVersion: string;
  /**
   * The API version at which this run asked.
   */
  apiVersionAsked: string;
  os: string;
  kernel: string;
  arch: string;
  storageDriver: string;
  cgroup: string;
  host: Host;
  cluster?: ReportCluster;
}
/**
 * Whether the machine that ran the suite was proven to be the engine's host.
 */
export interface Host {
  local: boolean;
  /**
   * Why it was not proven.
   */
  reason?: string;
}
/**
 * The hosts of a target that is a cluster; the other fields of the target are those of the first host.
 */
export interface ReportCluster {
  hosts: ReportClusterHost[];
  /**
   * By what the hosts are joined, or were to be: a key-value store, swarm mode, or nothing.
   */
  mode: 'store' | 'swarm' | 'none';
  /**
   * Whether they form a cluster.
   */
  formed: boolean;
  /**
   * Why they form none.
   */
  reason?: string;
  /**
   * Milliseconds.
   */
  formedMs?: number;
  /**
   * Kind and address as the hosts reach it, as etcd://10.0.0.7:2379; null where there is none.
   */
  store: string | null;
  /**
   * Endpoints of managers of Standalone Swarm.
   */
  swarmManagers: string[];
  /**
   * A registry as the hosts reach it.
   */
  registry: string | null;
}
/**
 * One host of a cluster.
 */
export interface ReportClusterHost {
  /**
   * As evidence names it.
   */
  name: string;
  /**
   * The endpoint as a URL.
   */
  endpoint: string;
  /**
   * By which the other hosts reach it.
   */
  address: string;
  vendor: 'docker' | 'podman' | 'unknown';
  /**
   * As the engine writes it.
   */
  version: string;
  /**
   * The highest API version that it offers.
   */
  apiVersion: string;
  /**
   * The lowest API version that it accepts.
   */
  minApiVersion: string;
}
/**
 * A claim of the catalogue.
 */
export interface Claim {
  id: ClaimId;
  chapter: Chapter;
  level: Level;
  /**
   * One sentence, true on an engine that conforms.
   */
  statement: string;
  /**
   * First and last line of each place in the document (1-based, inclusive).
   */
  lines: [number, number][];
  /**
   * What the document says instead; only of an erratum.
   */
  documentSays?: string;
  /**
   * What must be there for the claim to be judged.
   */
  needs: string[];
  /**
   * Whether this version of the tool can try it; where it cannot, there is no result.
   */
  implemented: boolean;
}
/**
 * What was to be done with each claim of the catalogue on one target. The four numbers add up to the catalogue.
 */
export interface Plan {
  target: TargetId;
  /**
   * To be tried.
   */
  planned: number;
  /**
   * Selected, and a need is absent.
   */
  notApplicable: number;
  /**
   * Selected, and not implemented.
   */
  notImplemented: number;
  /**
   * Left out by the configuration.
   */
  notSelected: number;
}
/**
 * What came of one claim on one target.
 */
export interface Result {
  target: TargetId;
  claim: ClaimId;
  verdict: Verdict;
  outcome: Outcome;
  /**
   * Why it is no pass, in one line; null of a pass.
   */
  reason: string | null;
  failure?: Failure;
  change?: Change;
  durationMs: Milliseconds;
  /**
   * How often it was tried.
   */
  attempts: number;
  /**
   * What was waited for.
   */
  convergence: Convergence[];
  evidence: Evidence;
  /**
   * A command that shows the same to a person.
   */
  seeByHand: string | null;
}
/**
 * The verification that did not hold; of every result whose verdict is fail.
 */
export interface Failure {
  /**
   * What was verified, as a noun phrase.
   */
  what: string;
  /**
   * What a conforming engine shows; absent where it shows nothing.
   */
  expected?: unknown;
  /**
   * What this one showed; absent where it showed nothing.
   */
  observed?: unknown;
}
/**
 * A known departure that applies to this engine and version.
 */
export interface Change {
  /**
   * What changed, in one sentence.
   */
  why: string;
  /**
   * Where that can be read.
   */
  reference: string;
  /**
   * The engines that it applies to, as a semver range.
   */
  engine: string;
}
/**
 * A condition that came about, and the time that it took.
 */
export interface Convergence {
  what: string;
  tookMs: Milliseconds;
}
/**
 * What was asked and answered, taken before cleanup, redacted and bounded.
 */
export interface Evidence {
  calls: Call[];
  commands: Command[];
  /**
   * Whether something was left out for its size.
   */
  truncated: boolean;
}
/**
 * One call of the engine's API.
 */
export interface Call {
  /**
   * setup: of what the claim stands on; body: of the claim itself.
   */
  phase: 'setup' | 'body';
  /**
   * Which host of a cluster was asked.
   */
  host?: string;
  method: string;
  /**
   * With the version prefix and the query.
   */
  path: string;
  /**
   * The body that was sent.
   */
  request?: unknown;
  /**
   * Null where no answer came.
   */
  status: number | null;
  /**
   * The body of the answer: JSON where it was JSON, else text.
   */
  response?: unknown;
  /**
   * Why no answer came.
   */
  error?: string;
  ms: Milliseconds;
}
/**
 * One command that was run on the suite's machine, or on a host of a cluster.
 */
export interface Command {
  /**
   * On which host of a cluster; absent of this machine.
   */
  host?: string;
  command: string;
  /**
   * Null where it did not end by itself.
   */
  exitCode: number | null;
  stdout: string;
  stderr: string;
  ms: Milliseconds;
}
/**
 * Something noticed on one target beside its claims.
 */
export interface Finding {
  target: TargetId;
  /**
   * One word or a few joined by hyphens.
   */
  kind: string;
  severity: Severity;
  /**
   * One sentence.
   */
  message: string;
  /**
   * One line each.
   */
  details: string[];
}
/**
 * One place at which answers of one target differ from a schema of API v1.23.
 */
export interface Drift {
  target: TargetId;
  /**
   * Name of the schema.
   */
  schema: string;
  /**
   * JSON pointer into the answer, with * for each index of an array and each key of a map; empty is the whole answer. It is the same in every run.
   */
  path: string;
  kind: DriftKind;
  /**
   * What the schema says, in words.
   */
  expected: string;
  /**
   * What one answer had there, as JSON, redacted and bounded; absent where it had nothing.
   */
  observed: string;
  seen: Seen;
  /**
   * How many answers were judged by the schema; of events each is one.
   */
  answers: number;
  /**
   * How many of them depart here.
   */
  departed: number;
  known?: Change;
}
/**
 * The call of an answer that departs.
 */
export interface Seen {
  method: string;
  /**
   * With the version prefix and the query.
   */
  path: string;
}
/**
 * How long one operation took on one target, each time that it was measured. Medians and spread are derived, never stored.
 */
export interface Timing {
  target: TargetId;
  operation: Operation;
  /**
   * In the order in which they were taken.
   *
   * @minItems 1
   */
  samples: [Milliseconds, ...Milliseconds[]];
}
/**
 * One target beside an earlier measurement.
 */
export interface Comparison {
  target: TargetId;
  purpose: Purpose;
  baseline: ReportBaseline;
  /**
   * Claims that were judged on both sides.
   */
  compared: number;
  /**
   * Claims of those that are as they were.
   */
  unchanged: number;
  /**
   * Worst first.
   */
  differences: Difference[];
  /**
   * Claims that were judged on one side only.
   */
  notCompared: NotCompared[];
  /**
   * Places of drift (schema, path and kind with a space between) that only what one side alone tried may have shown.
   */
  driftNotCompared?: string[];
  /**
   * Waivers that are not in order, each a reason for a gate to fail.
   */
  waivers: WaiverProblem[];
}
/**
 * What a target was compared with.
 */
export interface ReportBaseline {
  /**
   * The file, or the name of a baseline that comes with this tool.
   */
  name: string;
  vendor: 'docker' | 'podman' | 'unknown';
  /**
   * Version of the engine that was measured.
   */
  version: string;
  /**
   * The API version at which it was asked.
   */
  apiVersionAsked: string;
  /**
   * Version of the tool that measured it; null where the baseline does not say.
   */
  toolVersion: string | null;
}
/**
 * One claim, or one place of drift, that is not as it was.
 */
export interface Difference {
  subject: 'claim' | 'drift';
  /**
   * The claim's id; of drift schema, path and kind with a space between.
   */
  id: string;
  change: DifferenceChange;
  /**
   * In one line; null where there was nothing.
   */
  was: string | null;
  /**
   * In one line; null where there is nothing.
   */
  is: string | null;
  since?: Change1;
  /**
   * A command that shows it to a person.
   */
  seeByHand: string | null;
  /**
   * Whether a waiver accepts it.
   */
  accepted: boolean;
  /**
   * The reason that the waiver gives.
   */
  waiver?: string;
}
/**
 * A known departure that applies to this engine and version.
 */
export interface Change1 {
  /**
   * What changed, in one sentence.
   */
  why: string;
  /**
   * Where that can be read.
   */
  reference: string;
  /**
   * The engines that it applies to, as a semver range.
   */
  engine: string;
}
/**
 * A claim that was judged on one side only.
 */
export interface NotCompared {
  claim: ClaimId;
  /**
   * The side that judged it.
   */
  side: 'baseline' | 'run';
  /**
   * Why the other one did not, where that is known.
   */
  reason?: string;
}
/**
 * A waiver that is not in order.
 */
export interface WaiverProblem {
  /**
   * File and line, as waivers.yaml:12.
   */
  where: string;
  /**
   * expired: its date is past; matches-nothing: it accepts nothing that differs; passes-now: what it accepts departs no more.
   */
  problem: 'expired' | 'matches-nothing' | 'passes-now';
  /**
   * One sentence, with what to delete.
   */
  message: string;
}
/**
 * How many results one target has of each kind.
 */
export interface Summary {
  target: TargetId;
  verdicts: VerdictCounts;
  outcomes: OutcomeCounts;
}
export interface VerdictCounts {
  pass: Count;
  fail: Count;
  'not-applicable': Count;
  error: Count;
}
export interface OutcomeCounts {
  'as-expected': Count;
  'known-change': Count;
  regression: Count;
  'unexpected-pass': Count;
  waived: Count;
  'not-judged': Count;
}
