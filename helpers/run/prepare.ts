/** Gets one target that was reached ready to be judged: each of its hosts, and what is known of them only then. */
import type { DriftCollector } from '../drift/collector';
import { proveCommands } from '../host/access';
import { endpointUrl } from '../target/endpoint-url';
import { probeSystemd } from '../target/engine-service';
import type { TargetFacts } from '../target/facts';
import { proveHost } from '../target/host';
import { commandsOf, type Target } from '../target/target';
import { Belongings } from './belongings';
import type { Turn } from './crowd';
import { serviceEngine } from './engines';
import { nameSource } from './identity';
import type { PreparedHost } from './prepare-host';
import { preparedCluster, prepareHosts, putHostsBack } from './prepare-hosts';
import type { Aftermath } from './put-back';
import type { ReachedTarget } from './reach-target';
import { type ProgressEvent, Session } from './session';
import { SubnetPool } from './subnets';

export interface PrepareOptions {
  readonly runId: string;
  readonly apiVersion?: string | undefined;
  readonly probeImage?: string | undefined;
  readonly repeat: number;
  readonly turn?: Turn | undefined;
  readonly signal: AbortSignal;
  readonly progress: (event: ProgressEvent) => void;
}

export interface PreparedTarget {
  readonly target: Target;
  readonly facts: TargetFacts;
  readonly session: Session;
  readonly drift: DriftCollector;
  /** Removes what the run made and compares the host with what it was. */
  putBack(): Promise<Aftermath>;
}

/** Gets a reached target ready. What it made until an error is removed again. */
export async function prepareTarget(reached: ReachedTarget, options: PrepareOptions): Promise<PreparedTarget> {
  const { target, client, drift, cluster } = reached;
  const { runId, signal, probeImage } = options;
  const apiVersion = reached.facts.apiVersionAsked;
  drift.judgeAt(apiVersion);
  const nextName = nameSource(runId);
  const hosts = [
    { host: { endpoint: target.endpoint, commands: commandsOf(target) }, client, facts: reached.facts },
    ...(cluster?.others ?? []),
  ];
  const [first, ...others] = await prepareHosts(
    hosts.map(({ host, client: ofHost, facts }) => ({
      run: { runId, client: ofHost, apiVersion },
      url: endpointUrl(host.endpoint),
      arch: facts.arch,
      ...{ probeImage, nextName, signal, ofCluster: cluster !== undefined, commands: host.commands },
    })),
  );
  if (first === undefined) throw new TypeError('a target without a host');
  const all = [first, ...others];
  try {
    const host = await proveHost(first.view, serviceEngine(first.run, signal, new Belongings()));
    const hostByCommands = await provenCommands(host.local, target, first, signal);
    const systemd = await probeSystemd(host, reached.facts.rootDir);
    const ofCluster = cluster && target.cluster && preparedCluster(cluster, target.cluster, all);
    const seen = { host, hostByCommands, systemd, kernelParts: first.view.kernelParts };
    const facts: TargetFacts = { ...reached.facts, ...seen, ...(ofCluster && { cluster: ofCluster.facts }) };
    const session = new Session({
      ...{ runId, target, facts, client, nextName, signal, probeImage },
      image: first.image,
      ledger: first.ledger,
      ...(first.run.there === undefined ? {} : { there: first.run.there }),
      subnets: new SubnetPool(all.flatMap(({ ranges }) => ranges)),
      repeat: options.repeat,
      turn: options.turn,
      progress: options.progress,
      ...(ofCluster === undefined ? {} : { cluster: ofCluster }),
    });
    for (const each of all) each.removeView();
    return {
      target,
      facts,
      session,
      drift,
      putBack: async () => putHostsBack(all, await session.dispose(), hostNames(target)),
    };
  } catch (error) {
    await putHostsBack(all, [], hostNames(target));
    throw error;
  }
}

/** Where this machine is not the host itself. */
async function provenCommands(
  local: boolean,
  target: Target,
  { view, run }: PreparedHost,
  signal: AbortSignal,
): Promise<TargetFacts['hostByCommands']> {
  const commands = commandsOf(target);
  if (local || 'absent' in commands) return null;
  return proveCommands(view, serviceEngine(run, signal, new Belongings()), commands.run);
}

function hostNames({ cluster }: Target): string[] {
  return cluster === undefined ? [] : cluster.hosts.map(({ name }) => name);
}
