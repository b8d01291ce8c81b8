/** The baselines that come with this tool: reports/baselines, one file an engine. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Baseline, BaselineTarget } from '../../reports/baseline';
import { readBaseline } from '../../reports/read-baseline';
import type { ReportTarget } from '../../reports/report';
import { upstreamVersion } from '../../reports/versions';
import { compareApiVersions, engineSemver } from '../claims/changes';
import { packageRoot } from '../package-root';

/** A baseline, and how it is named. */
export interface NamedBaseline {
  /** File name, as `docker-28.5.2.json`. */
  readonly name: string;
  readonly baseline: Baseline;
}

/** The document's own version, at which an engine is asked where it accepts it and nobody says another. */
const DEFAULT_API = '1.23';

/** The folder in which they lie. */
export function shippedFolder(): string {
  return join(packageRoot(), 'reports', 'baselines');
}

/** The file name of a baseline: `docker-28.5.2.json`; asked at another version than by default `docker-28.5.2-a1.44.json`. */
export function baselineName({ vendor, version, minApiVersion, apiVersionAsked, kind }: BaselineTarget): string {
  const asked = apiVersionAsked === defaultApi(minApiVersion) ? '' : `-a${apiVersionAsked}`;
  const name = `${vendor}-${version}${kind === 'cluster' ? '-cluster' : ''}${asked}`;
  // What an engine says becomes a file name here.
  return `${name.replace(/[^\w.-]/g, '_').slice(0, 100)}.json`;
}

/** All of them, in the order of their names. Throws UsageError where one is damaged. */
export function shippedBaselines(folder = shippedFolder()): NamedBaseline[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({ name, baseline: readBaseline(join(folder, name)) }));
}

/** The one of a target's own version, asked at the same API version; undefined where there is none. */
export function ownBaseline(target: ReportTarget, shipped: readonly NamedBaseline[]): NamedBaseline | undefined {
  const kind = target.cluster === undefined ? 'single' : 'cluster';
  const version = upstreamVersion(target.version);
  return shipped.find(
    ({ baseline: { target: of } }) =>
      of.vendor === target.vendor &&
      of.version === version &&
      engineSemver(version) !== null &&
      of.apiVersionAsked === target.apiVersionAsked &&
      of.kind === kind,
  );
}

function defaultApi(minApiVersion: string): string {
  try {
    return compareApiVersions(minApiVersion, DEFAULT_API) > 0 ? minApiVersion : DEFAULT_API;
  } catch (error) {
    // An engine may say anything.
    if (error instanceof TypeError) return DEFAULT_API;
    throw error;
  }
}
