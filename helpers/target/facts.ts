/** What was probed of a target, once, before anything is judged. */
import type { Endpoint } from './target';

/** A capability of the place the suite runs at, with the reason where it is absent. */
export type Capability =
  | { readonly usable: true; readonly path: string; readonly version?: string }
  | { readonly usable: false; readonly reason: string };

/** Whether this machine is proven to be the engine's host. */
export type HostProof = { readonly local: true } | { readonly local: false; readonly reason: string };

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
  readonly host: HostProof;
  readonly dockerCli: Capability;
  readonly systemd: Capability;
  readonly pingCommand: boolean;
  readonly networkNamespaces: boolean;
}
