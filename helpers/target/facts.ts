/** What was probed of a target, once, before anything is judged. */
import type { Formation, StoreKind } from './cluster';
import type { KernelParts } from './kernel-parts';
import type { Endpoint } from './target';

/** A capability of the place the suite runs at, with the reason where it is absent. */
export type Capability =
  | { readonly usable: true; readonly path: string; readonly version?: string }
  | { readonly usable: false; readonly reason: string };

/** Whether this machine is proven to be the engine's host. */
export type HostProof = { readonly local: true } | { readonly local: false; readonly reason: string };

/** Commands of an engine's host that claims use. */
export const HOST_TOOLS = ['bash', 'ip', 'nsenter', 'ping', 'unshare'] as const;
export type HostTool = (typeof HOST_TOOLS)[number];

/** Whether commands are proven to reach the engine's host, as root, and which of those that claims use are there. */
export type HostByCommands =
  | { readonly usable: true; readonly tools: readonly HostTool[] }
  | { readonly usable: false; readonly reason: string };

/** Something that is either there or not, with the reason where it is not. */
export type Possible = { readonly usable: true } | { readonly usable: false; readonly reason: string };

/** What an engine is joined to others by, as it says itself. */
export interface Membership {
  /** The cluster store in its info, as `consul://10.0.0.7:8500`; empty where it has none. */
  readonly store: string;
  /** Its part in a swarm of swarm mode. */
  readonly swarm: 'none' | 'worker' | 'manager';
  /** Its id there; empty where it is in none. */
  readonly node: string;
}

export interface ClusterHostFacts extends Membership {
  readonly name: string;
  /** By which the other hosts reach it. */
  readonly address: string;
  readonly endpoint: Endpoint;
  readonly vendor: TargetFacts['vendor'];
  readonly version: string;
  readonly apiVersion: string;
  readonly minApiVersion: string;
  /** The same for all hosts of a cluster. */
  readonly apiVersionAsked: string;
}

export interface ClusterFacts {
  readonly hosts: readonly ClusterHostFacts[];
  /** By what the hosts are joined, or were to be. */
  readonly mode: 'store' | 'swarm' | 'none';
  readonly formation: Formation;
  readonly store: { readonly kind: StoreKind; readonly address: string } | null;
  /** Whether the store can be stopped and started, or cut off from the hosts. */
  readonly storeOutage: Possible;
  /** Endpoints of the managers of Standalone Swarm, as URLs. */
  readonly swarmManagers: readonly string[];
  readonly registry: string | null;
  /** How that registry is spoken to; null where there is none. */
  readonly registryScheme: 'http' | 'https' | null;
  /** Services that the swarm of swarm mode had when it was reached; 0 where there is none. */
  readonly othersServices: number;
  /** The hosts whose kernels show no ip_vs, the way of virtual addresses; null until a run begins. */
  readonly withoutIpvs: readonly string[] | null;
  /** Whether commands can be run on every host. */
  readonly commandsOnHosts: Possible;
  /** Two of the hosts, by their numbers from 0, that are in different subnets with a router between; null where none are. */
  readonly routed: readonly [number, number] | null;
}

export interface TargetFacts {
  /** How the engine is reached. */
  readonly endpoint: Endpoint;
  readonly vendor: 'docker' | 'podman' | 'unknown';
  /** As the engine writes it: `20.10.24+dfsg1`. */
  readonly version: string;
  /** The highest API version that it offers. */
  readonly apiVersion: string;
  /** The lowest that it accepts; `1.12` is assumed where the engine does not say (before 1.13). */
  readonly minApiVersion: string;
  /** The version that this run asks at. */
  readonly apiVersionAsked: string;
  readonly os: string;
  readonly kernel: string;
  readonly arch: string;
  readonly storageDriver: string;
  readonly cgroup: string;
  /** The engine's root directory on its host. */
  readonly rootDir: string;
  /** Whether this suite started the engine. */
  readonly ownEngine: boolean;
  readonly membership: Membership;
  /** The hosts, where the target is a cluster; the other facts are those of the first. */
  readonly cluster: ClusterFacts | null;
  /** Whether a claim can start hosts of its own. */
  readonly lab: Possible;
  readonly host: HostProof;
  /** Null where there is no way to run commands there, and until a run begins. */
  readonly hostByCommands: HostByCommands | null;
  readonly dockerCli: Capability;
  readonly systemd: Capability;
  /** Of this machine. */
  readonly pingCommand: boolean;
  /** Whether this machine has the commands for network namespaces. */
  readonly networkNamespaces: boolean;
  /** What a container sees of its host's kernel; null until a run begins. */
  readonly kernelParts: KernelParts | null;
}
