/** The call by which each kind of thing goes. */
import type { Answer } from '../engine/answer';
import type { Engine } from '../engine/engine';
import { swarmApiVersion } from '../swarm/api-version';
import { activate } from '../swarm/drained';

/** What a run makes. A drain is that of a node of swarm mode: it goes when the node takes tasks again. */
export const KINDS = ['drain', 'service', 'container', 'network', 'volume', 'image'] as const;
export type Kind = (typeof KINDS)[number];

export const REMOVAL_CALLS: Readonly<Record<Kind, (engine: Engine, id: string) => Promise<Answer>>> = {
  drain: activate,
  service: (engine, id) => engine.delete(`/services/${id}`, { apiVersion: swarmApiVersion(engine) }),
  container: (engine, id) => engine.delete(`/containers/${encodeURIComponent(id)}`, { query: { force: 1, v: 1 } }),
  network: (engine, id) => engine.delete(`/networks/${encodeURIComponent(id)}`),
  volume: (engine, id) => engine.delete(`/volumes/${encodeURIComponent(id)}`),
  // Its name has slashes of its own.
  image: (engine, id) => engine.delete(`/images/${id}`),
};
