/** What a claim is given of a cluster: its hosts, each with an engine and a maker of its own, and what joins them. */
import type { Authority } from '../certificates/authority';
import type { Engine } from '../engine/engine';
import type { LabHost, LabHostOptions, LabNetwork } from '../lab/lab-host';
import type { Recipe } from '../lab/recipe';
import type { Formation, StoreKind } from '../target/cluster';
import type { Maker } from './maker';
import type { CommandResult } from './tools';

/** A place at which calls are made: a host's engine, or a manager. What is made there is removed there. */
export interface Place {
  /** As reports and evidence name it. */
  readonly name: string;
  /** Every call is recorded as evidence, with the name of the place. */
  readonly engine: Engine;
  readonly make: Maker;
}

export interface HostTools extends Place {
  /** By which the other hosts reach it. */
  readonly address: string;
  /** Reference of the probe image there. */
  readonly image: string;
  /** Runs a command on the host (need `commandsOnHosts`), without a shell; recorded as evidence. */
  readonly run: (command: readonly string[], options?: { readonly limitMs?: number }) => Promise<CommandResult>;
}

export interface ClusterTools {
  /** What came of forming it; where an engine refused or died of it, what it wrote becomes evidence. */
  readonly formation: () => Formation;
  /** The hosts in their order; the first has the claim's own `engine` and `make`. */
  readonly hosts: readonly HostTools[];
  /** The first two, which every cluster has. */
  readonly pair: readonly [HostTools, HostTools];
  /**
   * Where things of the whole cluster are made, as overlay networks: a manager of a swarm, else the first host. It is one of
   * the hosts.
   */
  readonly manager: HostTools;
  /** The managers of Standalone Swarm (need `swarmManagers`), asked at the API version that they offer. */
  readonly swarmManagers: readonly Place[];
  readonly store: StoreTools | null;
}

export interface StoreTools {
  readonly kind: StoreKind;
  /** As the engines reach it: `10.0.0.7:2379`. */
  readonly address: string;
  /** As this machine reaches it: `127.0.0.1:49153`. */
  readonly reachedAt: string;
  /**
   * While the section runs no host reaches the store: it is stopped, or (need `storeOutage`) cut off by the hosts' packet
   * filters. Afterwards, however the section ended, it is back.
   */
  readonly during: <T>(section: () => Promise<T>) => Promise<T>;
}

/** Hosts that a claim starts for itself (need `lab`); they are gone when it is over. */
export interface LabTools {
  /** What the target's engine is made of. */
  readonly recipe: Recipe;
  /** On the network of the target's hosts where nothing is said. */
  startHost(options: LabHostOptions): Promise<LabHost>;
  /** The network of the target's hosts. */
  readonly home: LabNetwork;
  /** A network apart from that of the target's hosts. It goes at the end of the run. */
  network(): Promise<LabNetwork>;
  /**
   * The engine of a host that the claim started, with the probe image: its calls are evidence under that name, and what is made
   * there goes with the host.
   *
   * @throws UsageError where it does not answer as an engine
   */
  place(host: LabHost, name: string): Promise<Place>;
  /** A certificate authority of the claim's own. */
  authority(name: string): Promise<Authority>;
  /** Runs a command on such a host; recorded as evidence under that name. */
  run(host: LabHost, name: string, command: readonly string[]): Promise<CommandResult>;
}
