/**
 * What a manager of swarm mode answers, as far as it is read. Source: moby, api/types/swarm (Docker 1.12, API 1.24). An engine
 * is not trusted to follow it: every field may be missing.
 */

export interface SwarmNode {
  readonly ID?: string;
  readonly Version?: { readonly Index?: number } | null;
  readonly Spec?: NodeSpec | null;
  readonly Description?: { readonly Hostname?: string } | null;
  readonly Status?: { readonly State?: string; readonly Addr?: string } | null;
  readonly ManagerStatus?: { readonly Leader?: boolean; readonly Reachability?: string; readonly Addr?: string } | null;
}

/** It is sent back whole, also what is not read of it. */
export interface NodeSpec {
  readonly [field: string]: unknown;
  readonly Role?: string;
  readonly Availability?: string;
  readonly Labels?: Readonly<Record<string, string>> | null;
}

export interface SwarmService {
  readonly ID?: string;
  readonly CreatedAt?: string;
  readonly Version?: { readonly Index?: number } | null;
  readonly Spec?: ServiceSpec | null;
  readonly Endpoint?: {
    readonly VirtualIPs?: readonly { readonly NetworkID?: string; readonly Addr?: string }[] | null;
  } | null;
  readonly UpdateStatus?: { readonly State?: string; readonly Message?: string } | null;
}

/** It is sent back whole, also what is not read of it. */
export interface ServiceSpec {
  readonly [field: string]: unknown;
  readonly Name?: string;
  readonly TaskTemplate?: TaskTemplate | null;
  readonly Mode?: { readonly Replicated?: { readonly Replicas?: number } | null } | null;
}

export interface TaskTemplate {
  readonly [field: string]: unknown;
  readonly ContainerSpec?: ContainerSpec | null;
}

export interface ContainerSpec {
  readonly [field: string]: unknown;
  readonly Image?: string;
  readonly Env?: readonly string[] | null;
}

export interface SwarmTask {
  readonly ID?: string;
  readonly ServiceID?: string;
  readonly NodeID?: string;
  readonly Slot?: number;
  /** By the manager's clock, RFC 3339 with nanoseconds. */
  readonly CreatedAt?: string;
  /** By the manager's clock; of when it last heard or decided anything of the task. */
  readonly UpdatedAt?: string;
  readonly DesiredState?: string;
  readonly Spec?: TaskTemplate | null;
  readonly Status?: {
    /** By the clock of the node that the task is on. */
    readonly Timestamp?: string;
    readonly State?: string;
    readonly Err?: string;
    readonly ContainerStatus?: { readonly ContainerID?: string } | null;
  } | null;
  readonly NetworksAttachments?:
    | readonly {
        readonly Network?: { readonly ID?: string } | null;
        readonly Addresses?: readonly string[] | null;
      }[]
    | null;
}
