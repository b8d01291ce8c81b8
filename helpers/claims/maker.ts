/** What a claim or a fixture can make on the engine, and what it gets back: plain references, usable with any `Engine`. */
import type { Engine } from '../engine/engine';

/** A container, by id; operations on it are those of `Engine`. */
export interface ContainerRef {
  readonly id: string;
  readonly name: string;
}

export interface NetworkRef {
  readonly id: string;
  readonly name: string;
  /** The subnet that was asked for (a free one), where one was. */
  readonly subnet?: string;
}

export interface VolumeRef {
  readonly name: string;
}

export interface ContainerOptions {
  /** Name of the network, or `bridge`, `host`, `none`; the engine's default where nothing is said. */
  readonly network?: string;
  /** Endpoint settings for `network`, as in NetworkingConfig.EndpointsConfig. */
  readonly endpoint?: {
    readonly IPAMConfig?: { readonly IPv4Address?: string };
    readonly Aliases?: readonly string[];
    readonly Links?: readonly string[];
  };
  /**
   * First process: `idle` waits and ends at once on TERM; `serve` answers HTTP on port 8080 too (GET /name: the host
   * name). Or a command of one's own.
   */
  readonly process?: 'idle' | 'serve' | readonly string[];
  /** Anonymous volumes, as `-v /path`. */
  readonly volumes?: readonly string[];
  /** Binds and named volumes, as `-v source:/path[:mode]`. */
  readonly binds?: readonly string[];
  /** `--volumes-from`: container ids or names, with `:ro` where wanted. */
  readonly volumesFrom?: readonly string[];
  /** Exposed ports as `8080/tcp`. */
  readonly expose?: readonly string[];
  /** `-P`. */
  readonly publishAll?: boolean;
  /** `-p`: container port (`8080/tcp`) to host port; `''` lets the engine choose. */
  readonly publish?: Readonly<Record<string, { readonly hostIp?: string; readonly hostPort?: string }>>;
  /** Further fields of the create body; HostConfig is merged. They must be known to API v1.23. */
  readonly config?: Readonly<Record<string, unknown>>;
  readonly hostConfig?: Readonly<Record<string, unknown>>;
}

export interface NetworkOptions {
  /** `true`: a free /24 chosen by the suite, given as the user's subnet. Else the engine chooses. */
  readonly subnet?: boolean | string;
  readonly internal?: boolean;
  readonly driver?: string;
  /** Further fields of the create body, known to API v1.23. */
  readonly config?: Readonly<Record<string, unknown>>;
}

export interface Maker {
  /** Creates and starts a container. */
  container(options?: ContainerOptions): Promise<ContainerRef>;
  /** Creates a container and does not start it. */
  created(options?: ContainerOptions): Promise<ContainerRef>;
  /** The create body that `container` would send: for claims that judge the create call itself. */
  containerBody(options?: ContainerOptions): Record<string, unknown>;
  network(options?: NetworkOptions): Promise<NetworkRef>;
  /** The create body that `network` would send, with a fresh name. */
  networkBody(options?: NetworkOptions): Record<string, unknown> & { Name: string };
  /** A named volume. */
  volume(): Promise<VolumeRef>;
  /** A subnet (`10.93.7.0/24`) free of the engine's networks, the host's routes and this run's other choices. */
  subnet(): string;
  /** A name of this run that nothing has yet. */
  name(): string;
  /** An empty directory on the engine's host, which must be this machine (need `this-host`); removed at the end. */
  directory(): Promise<string>;
  /**
   * Makes whole what the claim disturbed, before anything is removed; it must bear to be called where all is whole.
   *
   * @param action given an engine that is of use then: the claim's own makes no calls when the claim is over
   */
  restore(action: (engine: Engine) => Promise<void>): void;
  /** What is to be done when the claim is over, however it ended: for what is neither the engine's nor a directory. */
  defer(action: () => Promise<void>): void;
  /** An anonymous volume that was seen and that the engine does not show as ours: removed at the end. */
  ownVolume(name: string): void;
  /** A name (`10.0.0.7:5000/a/b:tag`) that an image is about to get: it is taken off it at the end, and the image goes with its last. */
  ownImage(reference: string): void;
}
