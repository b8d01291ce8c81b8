/** Known departures by engine version, and the version logic that decides whether one applies. */
import semver from 'semver';
import type { Membership } from '../target/facts';

/** A departure that is known: engines of this kind fail the claim, and why. */
export interface EngineChange {
  readonly vendor: 'docker' | 'podman';
  /** A semver range over the engine's version, as npm writes ranges: `>=28.0.0`, `>=17.6.0 <25.0.0`; `*` is all. */
  readonly engine: string;
  /** What the version is marked with where only a distribution's builds depart: `dfsg` in `20.10.24+dfsg1`. */
  readonly build?: string;
  /** A range over the API version asked, where the engine changes only for newer clients: `>=1.44`. */
  readonly api?: string;
  /** Whether it departs as a node of a swarm alone. */
  readonly inSwarm?: true;
  /** What changed, in one sentence. */
  readonly why: string;
  /** Where that can be read: a release note, an issue, a source file, or "measured". */
  readonly reference: string;
}

/** What of an engine decides whether a change applies to it. */
export interface VersionFacts {
  readonly vendor: string;
  readonly version: string;
  readonly apiVersionAsked: string;
  readonly membership?: Pick<Membership, 'swarm'>;
}

/**
 * The engine's version as semver. Engines write `1.11.1`, `17.03.2-ce`, `20.10.24+dfsg1`, `28.0.0-rc.1`; build and
 * distribution suffixes say nothing of behaviour and are dropped, and a pre-release counts as its release.
 *
 * @returns `MAJOR.MINOR.PATCH`, or null where the text holds no version
 */
export function engineSemver(version: string): string | null {
  if (version.length > 256) return null;
  const match = /^v?(\d+)\.(\d+)(?:\.(\d+))?/.exec(version);
  if (match === null) return null;
  return semver.valid(`${Number(match[1])}.${Number(match[2])}.${Number(match[3] ?? 0)}`);
}

/** Compares two API versions (`1.9` < `1.23`). Returns a negative number, 0 or a positive one. */
export function compareApiVersions(a: string, b: string): number {
  return semver.compare(apiSemver(a), apiSemver(b));
}

/** Is `version` (`1.41`) in the range (`>=1.25`)? */
export function apiInRange(version: string, range: string): boolean {
  return semver.satisfies(apiSemver(version), range);
}

/** The first of the changes that applies to this engine as it is asked, or undefined. */
export function applicableChange<Change extends EngineChange>(
  changes: readonly Change[] | undefined,
  facts: VersionFacts,
): Change | undefined {
  const version = engineSemver(facts.version);
  if (version === null) return undefined;
  return changes?.find(
    (change) =>
      change.vendor === facts.vendor &&
      semver.satisfies(version, change.engine) &&
      (change.build === undefined || facts.version.includes(change.build)) &&
      (change.api === undefined || apiInRange(facts.apiVersionAsked, change.api)) &&
      (change.inSwarm === undefined || ['worker', 'manager'].includes(facts.membership?.swarm ?? 'none')),
  );
}

function apiSemver(version: string): string {
  const match = /^(\d+)\.(\d+)$/.exec(version);
  if (match === null) throw new TypeError(`not an API version: ${version.slice(0, 40)}`);
  return `${Number(match[1])}.${Number(match[2])}.0`;
}
