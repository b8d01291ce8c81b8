/**
 * What the lab gives: hosts, each a container of the outer engine with an engine (or a store, or a registry) of its own in it,
 * on networks on which they see each other. Types alone; `openLab` in lab.ts makes them, README.md shows how.
 */
import type { CommandResult } from '../claims/tools';
import type { Endpoint } from '../target/target';
import type { Recipe } from './recipe';

/** A network of the outer engine. Hosts on it reach each other by address and by host name; on two of them, not at all. */
export interface LabNetwork {
  readonly id: string;
  readonly name: string;
  /** As `10.93.7.0/24`; free of the outer engine's networks and of this machine's routes and addresses. */
  readonly subnet: string;
  /** The address of this machine on it. */
  readonly gateway: string;
}

export interface LabHostOptions {
  /** What runs on it: `engineRecipe('docker@26.1.5')`, or one of services.ts. */
  readonly recipe: Recipe;
  /** The lab's own network where nothing is said. */
  readonly network?: LabNetwork;
  /** A fixed address of that network. */
  readonly address?: string;
  /** Further flags of the engine, as `--insecure-registry=10.93.7.5:5000`; of Podman before `system service`. */
  readonly flags?: readonly string[];
  /** Files that are there before the engine starts: absolute path on the host to content. Mode 600, owner root. */
  readonly files?: Readonly<Record<string, string | Buffer>>;
  readonly environment?: Readonly<Record<string, string>>;
  /** Paths of this machine bound into the host, as `/srv/x:/srv/x:ro`. */
  readonly binds?: readonly string[];
  /** A host in whose place it comes: it has the data of that one, as it was left, and none of its own. */
  readonly dataOf?: LabHost;
  /** Milliseconds from the start of the container to the first answer; 8 s where nothing is said. */
  readonly readyLimitMs?: number;
}

/** More of a command on a lab host. */
export interface LabCommandOptions {
  /** Milliseconds; 20 s where nothing is said. */
  readonly limitMs?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** As `1000:1000`; root where nothing is said. */
  readonly user?: string;
}

export interface LabHost {
  /** As it was asked for: `docker@26.1.5`, `etcd`. */
  readonly kind: string;
  readonly containerId: string;
  /** Name of the container, and host name: no two lab hosts have the same. */
  readonly hostname: string;
  /** The way from this machine to what runs on it: `tcp` on 127.0.0.1. The same after `stop` and `start`. */
  readonly endpoint: Extract<Endpoint, { kind: 'tcp' }>;
  /** Where other hosts of the network find it. */
  readonly address: string;
  /** The port on `address`: 2375 of an engine. */
  readonly port: number;
  readonly network: LabNetwork;
  /** Milliseconds from the start of the container to the first answer. */
  readonly readyMs: number;
  /** Runs a command on the host, without a shell. An exit status other than 0 is a result. Throws EngineTrouble. */
  run(command: readonly string[], options?: LabCommandOptions): Promise<CommandResult>;
  /** Writes a file on the host. */
  write(path: string, content: string | Buffer, mode?: number): Promise<void>;
  /** What the engine wrote, its last MiB. Also of a host that is stopped; not after `dispose`. */
  logs(): Promise<string>;
  /** Stops it as a power cut does: KILL, no word to the engine. With `seconds`, TERM first and as much time. */
  stop(seconds?: number): Promise<void>;
  /** Starts a stopped host, with the data that it had, and waits until it answers. */
  start(): Promise<void>;
  /** Freezes every process of the host: it answers nobody, and nobody hears that. */
  pause(): Promise<void>;
  unpause(): Promise<void>;
  /** A further network, or back on one that it was taken off. Returns its address there. */
  connect(network: LabNetwork, address?: string): Promise<string>;
  disconnect(network: LabNetwork): Promise<void>;
  /** Removes the host with its data. Returns why it could not, or undefined. May be called again. */
  dispose(): Promise<string | undefined>;
}

/** Everything that one run (or `lab up`) has of the lab. */
export interface Lab {
  /** The run's id; `standing` for what stays until `lab down`. */
  readonly owner: string;
  /** Starts a host; its image is built where it is not there yet. May be called for several at the same time. */
  startHost(options: LabHostOptions): Promise<LabHost>;
  /** A network of its own beside the one that all hosts are on where nothing else is said. */
  network(options?: { readonly internal?: boolean }): Promise<LabNetwork>;
  /** The hosts that were started and not disposed of, in order. */
  readonly hosts: readonly LabHost[];
  /** Removes hosts and networks. Returns what could not be removed, a line each. */
  close(): Promise<string[]>;
}
