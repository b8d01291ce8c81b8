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
 * Hosts that exist already and form one cluster. Accepted here, and not yet as the target of a run.
 */
export interface ClusterTarget {
  /**
   * The engines of the cluster.
   *
   * @minItems 1
   */
  hosts: [ClusterHost, ...ClusterHost[]];
  /**
   * The key-value store that the engines share.
   */
  store?: string;
  /**
   * Endpoints of the swarm managers.
   *
   * @minItems 1
   */
  managers?: [ManagerEndpoint, ...ManagerEndpoint[]];
  /**
   * A registry that every host can reach.
   */
  registry?: string;
}
/**
 * One host of a cluster.
 */
export interface ClusterHost {
  /**
   * Its name in reports.
   */
  name: string;
  endpoint: Endpoint;
  tls?: TLS;
  run?: HostCommands;
}
/**
 * How commands are run on the host: over ssh, in a container that is the host, or not at all.
 */
export interface HostCommands {
  /**
   * Destination of the ssh command.
   */
  ssh?: string;
  /**
   * Name of the container on this machine in which the engine runs.
   */
  container?: string;
  /**
   * No commands can be run there.
   */
  none?: true;
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
