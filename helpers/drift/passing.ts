/** Containers on their way from one state into another: what they show goes by the moment, and no two runs see the same. */
import type { SchemaName } from '../schema/validator';

/**
 * States that API v1.23 does not have, and in which a container is for some milliseconds. Docker has `removing` since 1.13
 * (version history of the Engine API, v1.25); the others are Podman's (libpod/define/containerstate.go).
 */
const PASSING: readonly unknown[] = ['removing', 'stopping', 'stopped', 'initialized'];

/** Is it the document of such a container? Others might never be shown it, so that it is not judged. */
export function isPassing(schema: SchemaName, document: unknown): boolean {
  if (schema === 'container-inspect') return PASSING.includes(fieldOf(fieldOf(document, 'State'), 'Status'));
  if (schema === 'container-list') return PASSING.includes(fieldOf(fieldOf(document, '0'), 'State'));
  return false;
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
