/** The API version that calls of swarm mode are made at. */
import { compareApiVersions } from '../claims/changes';
import type { Engine } from '../engine/engine';

/** Swarm mode came with Docker 1.12. */
const FIRST_API_VERSION = '1.24';

/** The version that the engine is asked at, or the first that knows swarm mode. */
export function swarmApiVersion({ apiVersion }: Pick<Engine, 'apiVersion'>): string {
  return compareApiVersions(apiVersion, FIRST_API_VERSION) < 0 ? FIRST_API_VERSION : apiVersion;
}
