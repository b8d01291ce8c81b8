/** The names that the probe image has on an engine. */
import { createHash } from 'node:crypto';
import { probeTree } from './tree';

/** The repository of all probe images. Nothing else is kept under it. */
export const REPOSITORY = 'engine-conformance/probe';

const TAG = /^[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,127}$/;

/** The tag of one run's own image. */
export function runReference(runId: string): string {
  if (!TAG.test(runId)) throw new TypeError(`a run id that cannot be a tag: ${JSON.stringify(runId.slice(0, 200))}`);
  return `${REPOSITORY}:${runId}`;
}

/**
 * What the image holds, in 12 hexadecimal digits: a hash of every file but the busybox, which may be of any version and
 * architecture.
 */
export function contentVersion(): string {
  return createHash('sha256').update(JSON.stringify(probeTree())).digest('hex').slice(0, 12);
}

/** The reference of an image that somebody loaded for all runs: one of the content that this release expects. */
export function preloadedReference(): string {
  return `${REPOSITORY}:${contentVersion()}`;
}
