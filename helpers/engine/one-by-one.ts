/** Engines that cannot bear calls at the same time: they stop answering, and what is asked of them then says nothing of claims. */
import { applicableChange, type EngineChange, type VersionFacts } from '../claims/changes';
import type { EngineRequest } from './client';

export const ONE_BY_ONE: readonly EngineChange[] = [
  {
    vendor: 'podman',
    engine: '<4.0.0',
    why: 'Calls on containers and networks lock each other out for good, and from then on nothing is answered.',
    reference: 'measured on 3.0.1',
  },
];

/** Why calls to this engine are made one by one; undefined where it bears them at the same time. */
export function madeOneByOne(facts: VersionFacts): EngineChange | undefined {
  return applicableChange(ONE_BY_ONE, facts);
}

/** Does the call end when something else happens? Others must be made meanwhile. */
export function waitsForOthers({ path }: Pick<EngineRequest, 'path'>): boolean {
  return path === '/events' || /^\/containers\/[^/]+\/(wait|attach)$/.test(path) || /^\/exec\/[^/]+\/start$/.test(path);
}
