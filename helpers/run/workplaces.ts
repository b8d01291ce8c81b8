/** Where a claim, a fixture or a removal works: an engine whose calls are recorded, and a maker whose makings are owned. */
import type { ClusterTools } from '../claims/cluster';
import type { Maker } from '../claims/maker';
import type { CreationListener } from '../engine/creation';
import type { Engine } from '../engine/engine';
import { Transcript } from '../engine/transcript';
import type { Belongings } from './belongings';
import { engineOfRun } from './engines';
import { clusterTools } from './session-cluster';
import type { SessionParts } from './session-parts';
import { Workspace } from './workspace';

interface WorkplaceFor {
  readonly phase: 'setup' | 'body';
  /** Whom it is for, said by a label of what is made there. */
  readonly maker: string;
  /** What is made there. */
  readonly belongings: Belongings;
  readonly signal: AbortSignal;
}

export interface Workplace extends Pick<WorkplaceFor, 'maker' | 'belongings'> {
  readonly engine: Engine;
  readonly make: Maker;
  readonly transcript: Transcript;
  /** The hosts, where the target is a cluster. */
  readonly cluster: ClusterTools | undefined;
}

interface Interval {
  readonly from: number;
  readonly to: number;
}

export class Workplaces {
  readonly #intervals: (readonly Interval[])[] = [];

  /** @param untilEnd what is removed at the end of the run: the volumes that carry no label */
  constructor(
    private readonly parts: SessionParts,
    private readonly untilEnd: Belongings,
  ) {}

  /** When calls were under way at any of them, in `performance.now()` milliseconds. */
  get intervals(): Interval[] {
    return this.#intervals.flat();
  }

  open({ phase, maker, belongings, signal }: WorkplaceFor): Workplace {
    const { nextName, subnets, ledger, image, runId, client, facts, cluster, there } = this.parts;
    const transcript = new Transcript(phase);
    this.#intervals.push(transcript.intervals);
    const created: CreationListener = async (kind, id, body) => {
      belongings.add(kind, id);
      // Anonymous volumes carry no label: only the ledger knows them when the run is killed before it removes them.
      if (kind === 'container' && Object.keys(body.Volumes ?? {}).length > 0) await this.#writeDownVolumes(id);
    };
    const run = { runId, client, apiVersion: facts.apiVersionAsked, ...(there === undefined ? {} : { there }) };
    const host = cluster?.cluster.hosts[0];
    const recorder = host === undefined ? transcript : transcript.at(host.name, host.endpoint);
    const engine = engineOfRun(run, { maker, transcript: recorder, signal, created });
    const make = new Workspace({ engine, image, nextName, subnets, belongings, ledger });
    const first = { engine, make, maker, image, transcript, belongings, signal, nextName, subnets };
    return { engine, transcript, make, maker, belongings, cluster: cluster && clusterTools(cluster, first) };
  }

  /** Looks at a new container apart from the claim that made it: the call is nobody's evidence. */
  async #writeDownVolumes(container: string): Promise<void> {
    const { untilEnd: belongings } = this;
    const { ledger, signal } = this.parts;
    const { engine } = this.open({ phase: 'setup', maker: 'the ledger', belongings, signal });
    const { Mounts } = await engine.inspect({ id: container, name: container });
    for (const mount of Mounts ?? []) {
      if (mount.Name === undefined || this.parts.there?.has(mount.Name)) continue;
      ledger.volume(mount.Name);
      belongings.add('volume', mount.Name);
    }
  }
}

/** The tools of a cluster; throws where the target is none, which a need decides before. */
export function clusterOf({ cluster }: Workplace): ClusterTools {
  if (cluster === undefined)
    throw new TypeError('the target is no cluster, and the claim does not say that it needs one');
  return cluster;
}
