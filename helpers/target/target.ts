/** A target: the engine that is to be judged, and the way to it. */
import type { LabCluster } from '../cluster/name';
import type { LabEngine } from '../lab/engine-name';
import type { Lab, LabNetwork } from '../lab/lab-host';
import type { Recipe } from '../lab/recipe';
import type { Cluster, HostCommands } from './cluster';

/** How the engine is reached. Certificates and keys are paths, read when the connection is made. */
export type Endpoint =
  | { readonly kind: 'unix'; readonly socketPath: string }
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number; readonly tls?: TlsFiles }
  | { readonly kind: 'ssh'; readonly destination: string; readonly port?: number };

/** PEM files. `verify: false` is docker's `--tls` without `--tlsverify`: encrypted, the server not checked. */
export interface TlsFiles {
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
  readonly verify: boolean;
}

export interface Target {
  /** As reports name it: the name in the configuration, or the endpoint as a URL. */
  readonly id: string;
  readonly endpoint: Endpoint;
  /** Asked for this target alone, where its configuration says so. */
  readonly apiVersion?: string;
  /** Whether this suite started the engine and will stop it: nobody else's, so that a claim may leave traces in its memory. */
  readonly own?: true;
  /** How commands are run on the engine's host, where the target is no cluster, which has that of each host. */
  readonly commands?: HostCommands;
  /** The hosts and what joins them, where the target is a cluster; `endpoint` is that of the first host. */
  readonly cluster?: Cluster;
  /** The lab that started it, where one did: there claims can start hosts of their own. */
  readonly startedBy?: TargetLab;
  /** Where the target came from, for messages: `--target`, `DOCKER_HOST`, `context default`, `default socket`, a config name. */
  readonly source: string;
}

/** The lab that a target is of. */
export interface TargetLab {
  readonly lab: Pick<Lab, 'startHost' | 'network'>;
  /** What the target's engine is made of, the first host's of a cluster. */
  readonly recipe: Recipe;
  /** The network that its hosts are on. */
  readonly network: LabNetwork;
}

/** An engine, or a cluster, that the lab starts when a run begins; before that there is no way to it. */
export interface LabTarget {
  /** As it was asked for: `docker@26.1.5`, `cluster:docker@20.10.24+etcd`. */
  readonly id: string;
  readonly lab: LabEngine | LabCluster;
  readonly source: string;
}

/** What was asked for: an engine that is there, or one that is to be started. */
export type RequestedTarget = Target | LabTarget;

/** How commands are run on the host of a target's engine, the first of a cluster. */
export function commandsOf({ cluster, commands }: Target): HostCommands {
  return cluster?.hosts[0].commands ?? commands ?? { absent: 'no way is known' };
}

export function isLabTarget(target: RequestedTarget): target is LabTarget {
  return !('endpoint' in target);
}
