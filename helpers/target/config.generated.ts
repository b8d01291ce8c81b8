/** Generated from schemas/config.schema.json by scripts/generate-types.js: change the schema, not this file. */

/**
 * How an engine is reached. A missing tcp port is 2375, or 2376 with TLS.
 */
export type Endpoint = string;
/**
 * The version of the Remote API that is asked. In quotes: without them 1.40 is the number 1.4.
 */
export type APIVersion = string;
/**
 * How an engine is reached. A missing tcp port is 2375, or 2376 with TLS.
 */
export type Endpoint1 = string;
/**
 * Where a swarm manager listens.
 */
export type ManagerEndpoint = string;
/**
 * As network.*
 */
export type Glob = string;

/**
 * conformance.config.yaml: targets by name, and what a run does where the command line says nothing.
 */
export interface Configuration {
  targets?: Targets;
  run?: Run;
}
/**
 * Engines and clusters by the name that --target takes and that reports show.
 */
export interface Targets {
  [k: string]: EngineTarget | ClusterTarget;
}
/**
 * One engine.
 */
export interface EngineTarget {
  endpoint: Endpoint;
  tls?: TLS;
  apiVersion?: APIVersion;
}
/**
 * PEM files, relative to this file. A client without a certificate gives neither cert nor key.
 */
export interface TLS {
  /**
   * Certificates of the authorities that are trusted.
   */
  ca?: string;
  /**
   * The client's certificate.
   */
  cert?: string;
  /**
   * The key of that certificate, without a passphrase.
   */
  key?: string;
  /**
   * Whether the server's certificate is checked; true where nothing is said.
   */
  verify?: boolean;
}
/**
 * Hosts that exist already and form one cluster: they share a store, or are of one swarm.
 */
export interface ClusterTarget {
  /**
   * The engines of the cluster, two or more. Claims on a single engine are tried on the first.
   *
   * @minItems 2
   */
  hosts: [ClusterHost, ClusterHost, ...ClusterHost[]];
  store?: ClusterStore;
  /**
   * Endpoints of the managers of Standalone Swarm. Swarm mode needs none: its managers are hosts.
   *
   * @minItems 1
   */
  swarmManagers?: [ManagerEndpoint, ...ManagerEndpoint[]];
  /**
   * A registry, as every host reaches it.
   */
  registry?: string;
  apiVersion?: APIVersion;
}
/**
 * One host of a cluster.
 */
export interface ClusterHost {
  /**
   * Its name in reports; its address where nothing is said.
   */
  name?: string;
  endpoint: Endpoint;
  tls?: TLS;
  /**
   * By which the other hosts reach it; the host of the endpoint where nothing is said.
   */
  address?: string;
  run?: HostCommands;
}
/**
 * How commands are run on the host: over ssh, in a container that is the host, or not at all.
 */
export interface HostCommands {
  /**
   * Destination of the ssh command, as root where the host's packet filter is to be used.
   */
  ssh?: string;
  /**
   * Name or id of the container in which the engine runs.
   */
  container?: string;
  on?: Endpoint1;
  /**
   * No commands can be run there.
   */
  none?: true;
}
/**
 * The key-value store that the engines share.
 */
export interface ClusterStore {
  /**
   * What it is.
   */
  kind: 'consul' | 'etcd' | 'zookeeper';
  /**
   * Where its clients reach it, from the hosts and from this machine.
   */
  address: string;
  /**
   * Where this machine reaches it, where that is another address.
   */
  reachedAt?: string;
}
/**
 * What a run does where the command line says nothing.
 */
export interface Run {
  /**
   * Globs over claim ids; nothing else is tried.
   */
  only?: Glob[];
  /**
   * Globs over claim ids that are not tried.
   */
  skip?: Glob[];
  /**
   * Claims of this level alone.
   */
  level?: 'stated' | 'implied' | 'erratum';
  /**
   * Known changes count as failures.
   */
  strict?: boolean;
  /**
   * How often each claim is tried.
   */
  repeat?: number;
  /**
   * Folder of the report, relative to the working directory.
   */
  output?: string;
  apiVersion?: APIVersion;
}
