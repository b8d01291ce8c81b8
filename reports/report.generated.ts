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
  format: 1;
  tool: Tool;
  run: Run;
  /**
   * The engines, in the order in which they were asked for.
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
