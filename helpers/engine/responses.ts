/**
 * The answers that claims read: the types of the v1.23 schemas, as far as an engine can be trusted to follow them. What an
 * answer does not hold, a claim must say (`verify.present`) instead of stumbling over it.
 */
import type * as v123 from './answers.generated';

/**
 * An answer as an engine may send it: every field may be missing at every depth, a text of a fixed set may be another, and
 * where the schema allows null there may be null.
 */
export type Untrusted<T> = T extends string
  ? string
  : T extends readonly (infer Item)[]
    ? Untrusted<Item>[]
    : T extends object
      ? string extends keyof T
        ? { [key: string]: Untrusted<T[string & keyof T]> }
        : { [Field in keyof T]?: Untrusted<T[Field]> }
      : T;

/**
 * Fields that are not of v1.23 and that are read where an engine sends them, each with the API version that brought it
 * (Docker's version history of the Engine API). They join the generated types everywhere.
 */
declare module './answers.generated' {
  interface Version {
    /** v1.25: the oldest API that it serves. */
    MinAPIVersion?: string;
    /** v1.35: what the engine is made of. */
    Components?: { Name: string; Version: string }[] | null;
  }
  interface Info {
    /** v1.41: 1 or 2. */
    CgroupVersion?: string;
    /** v1.39: what its host lacks, or its configuration, in words. */
    Warnings?: string[] | null;
    /** v1.24: the engine's part in a swarm. */
    Swarm?: {
      NodeID: string;
      LocalNodeState: string;
      ControlAvailable: boolean;
      Error: string;
      RemoteManagers: { NodeID: string; Addr: string }[] | null;
    };
  }
}

export type ContainerInspect = Untrusted<v123.ContainerInspect>;
export type ContainerSummary = Untrusted<v123.ContainerList[number]>;
export type EndpointSettings = Untrusted<v123.EndpointSettings>;
export type MountPoint = Untrusted<v123.MountPoint>;
export type NetworkInspect = Untrusted<v123.NetworkInspect>;
export type IpamConfig = Untrusted<v123.NetworkInspect['IPAM']['Config'][number]>;
export type VolumeInspect = Untrusted<v123.VolumeInspect>;
export type ImageInspect = Untrusted<v123.ImageInspect>;
export type EngineVersion = Untrusted<v123.Version>;
export type EngineInfo = Untrusted<v123.Info>;
export type EngineEvent = Untrusted<v123.Event>;
