/** A cluster as a target: hosts that are there, what joins them, and the ways to all of it. */
import type { CommandResult } from '../claims/tools';
import type { Endpoint } from './target';

/** The key-value stores that the document names (lines 215 and 226). */
export const STORE_KINDS = ['consul', 'etcd', 'zookeeper'] as const;
export type StoreKind = (typeof STORE_KINDS)[number];

/** Runs a command on a host, without a shell. An exit status other than 0 is a result. */
export type HostCommand = (
  command: readonly string[],
  options?: { readonly limitMs?: number },
) => Promise<CommandResult>;

/** How commands are run on a host, or why they cannot be. */
export type HostCommands = { readonly run: HostCommand } | { readonly absent: string };

/** One host, and the ways to it. */
export interface ClusterHost {
  /** Its name in reports and evidence. */
  readonly name: string;
  /** The way from this machine to its engine. */
  readonly endpoint: Endpoint;
  /** The address by which the other hosts reach it. */
  readonly address: string;
  readonly commands: HostCommands;
}

/** The key-value store that the engines share. */
export interface ClusterStore {
  readonly kind: StoreKind;
  /** As the engines reach it: `10.0.0.7:2379`. */
  readonly address: string;
  /** The way from this machine to it: host and port. */
  readonly reachedAt: string;
  /** Stops it and starts it again, where that can be done. */
  readonly control?: { stop(): Promise<void>; start(): Promise<void> };
}

/** Whether the hosts form the cluster that was asked for. */
export type Formation =
  | { readonly formed: true /** Milliseconds, where this suite formed it. */; readonly tookMs?: number }
  | {
      readonly formed: false;
      readonly reason: string /** What the engine wrote, where it is known. */;
      readonly log?: string;
    };

/** What a target is beside its first host. */
export interface Cluster {
  /** Two or more; the target's own endpoint is that of the first. */
  readonly hosts: readonly [ClusterHost, ClusterHost, ...ClusterHost[]];
  /** What they are joined by, or were to be, where that is known before they are asked. */
  readonly joint?: 'store' | 'swarm';
  readonly store?: ClusterStore;
  /** Managers of Standalone Swarm. */
  readonly swarmManagers: readonly Endpoint[];
  /** A registry as the hosts reach it: `10.0.0.7:5000`. */
  readonly registry?: string;
  /** What came of forming it, where this suite did; else it is probed. */
  readonly formation?: Formation;
}
