/** An engine while it is timed: what it made last, and the pairs of containers between which is pinged. */
import type { ClusterTools } from '../claims/cluster';
import type { ContainerRef, Maker, NetworkRef, VolumeRef } from '../claims/maker';
import type { Engine } from '../engine/engine';
import { Belongings } from '../run/belongings';
import { Removal } from '../run/removal';
import type { Session } from '../run/session';
import { Workplaces } from '../run/workplaces';
import type { TargetFacts } from '../target/facts';
import type { PingPair } from './round-trip';

/** Says on labels for whom things were made. */
const MAKER = 'timings';

export interface Subject {
  readonly target: string;
  readonly engine: Engine;
  readonly make: Maker;
  readonly facts: Pick<TargetFacts, 'cluster'>;
  /** Where the target is one. */
  readonly cluster: ClusterTools | undefined;
  /** Aborts when the run is interrupted. */
  readonly signal: AbortSignal;
  container?: ContainerRef;
  network?: NetworkRef;
  volume?: VolumeRef;
  bridge?: PingPair;
  overlay?: PingPair;
  /**
   * Removes what is left of what was made.
   *
   * @returns what could not be removed, a line each
   */
  close(): Promise<string[]>;
}

/** What is made on it carries the labels of the run and is limited and named as all that a run makes. */
export function openSubject({ parts }: Session): Subject {
  const belongings = new Belongings();
  const workplaces = new Workplaces(parts, belongings);
  const { signal } = parts;
  const { engine, make, cluster } = workplaces.open({ phase: 'setup', maker: MAKER, belongings, signal });
  return {
    ...{ target: parts.target.id, facts: parts.facts, engine, make, cluster, signal },
    close: () => new Removal(workplaces, signal).finish(belongings),
  };
}

/** What an earlier step made; throws TypeError where none did, which the order of the steps rules out. */
export function made<T>(what: T | undefined): T {
  if (what === undefined) throw new TypeError('an operation was timed before what it works on was made');
  return what;
}
