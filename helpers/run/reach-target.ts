/** Reaches one target, and probes what can be probed without making anything on it. */
import { type ReachedCluster, reachCluster } from '../cluster/reach-cluster';
import { DriftCollector } from '../drift/collector';
import { EngineClient } from '../engine/client';
import { madeOneByOne } from '../engine/one-by-one';
import { openConnection } from '../target/connection';
import { probeDockerCli } from '../target/docker-cli';
import type { TargetFacts } from '../target/facts';
import { onPath } from '../target/host';
import { reachEngine } from '../target/reach';
import type { Target } from '../target/target';

/** A target that is reached: what it says of itself, before anything is made on it. */
export interface ReachedTarget {
  readonly target: Target;
  /** With the first host of a cluster; closing it closes the others. */
  readonly client: EngineClient;
  readonly facts: TargetFacts;
  /** What is beside the first host, where the target is a cluster. */
  readonly cluster?: ReachedCluster;
  /** Told of every answer of the client; it judges them once the run begins. */
  readonly drift: DriftCollector;
}

/** Reaches a target; its client stays open. */
export async function reachTarget(target: Target, apiVersion: string | undefined): Promise<ReachedTarget> {
  const connection = openConnection(target.endpoint);
  let cluster: ReachedCluster | undefined;
  const client = new EngineClient(connection.options, () => {
    connection.close();
    cluster?.close();
  });
  const drift = new DriftCollector();
  client.hear(drift.take);
  try {
    const asked = apiVersion ?? target.apiVersion;
    const engine = await reachEngine(target, client, asked);
    if (madeOneByOne(engine) !== undefined) client.takeTurns();
    if (target.cluster !== undefined)
      cluster = await reachCluster(target, target.cluster, { client, facts: engine }, asked);
    const apiVersionAsked = cluster?.apiVersionAsked ?? engine.apiVersionAsked;
    const [dockerCli, pingCommand, ...namespaceTools] = await Promise.all([
      probeDockerCli(target.endpoint, apiVersionAsked),
      ...['ping', 'ip', 'unshare', 'nsenter'].map(onPath),
    ]);
    const commands = { pingCommand: pingCommand === true, networkNamespaces: !namespaceTools.includes(false) };
    const undecided = { local: false, reason: 'decided by a probe container, when a run begins' } as const;
    const systemd = { usable: false, reason: undecided.reason } as const;
    const { endpoint, own, startedBy } = target;
    const of: Pick<TargetFacts, 'cluster' | 'lab'> = {
      cluster: cluster?.facts ?? null,
      lab: startedBy === undefined ? { usable: false, reason: 'the target is not of the lab' } : { usable: true },
    };
    return {
      target,
      client,
      drift,
      facts: {
        ...{ ...engine, apiVersionAsked, endpoint, ownEngine: own === true, ...of },
        ...{ dockerCli, ...commands, host: undecided, systemd, hostByCommands: null, kernelParts: null },
      },
      ...(cluster === undefined ? {} : { cluster }),
    };
  } catch (error) {
    client.close();
    throw error;
  }
}
