/** What a claim's body is given. It uses these and disposes of nothing: what it makes is labelled and removed by the runner. */
import type { Engine } from '../engine/engine';
import type { EngineHost } from '../host/engine-host';
import type { TargetFacts } from '../target/facts';
import type { Endpoint } from '../target/target';
import type { Verify } from '../verdict/verify';
import type { ClusterTools, LabTools } from './cluster';
import type { Maker } from './maker';

export interface ClaimTools {
  /** The engine under test. Every call is recorded as evidence of this claim. */
  readonly engine: Engine;
  /** Makes labelled containers, networks and volumes; a refusal there is an error of the set-up, not a verdict. */
  readonly make: Maker;
  readonly verify: Verify;
  /** What was probed of the target. */
  readonly facts: TargetFacts;
  /** Reference of the probe image: busybox, and below /probe what README of helpers/probe lists. */
  readonly image: string;
  /** A fixture that is made once in a run and shared by all claims that ask for it; they read it and never change it. */
  readonly use: <T>(fixture: Fixture<T>) => Promise<T>;
  /** The engine's host (need `host`), be it this machine or another; throws where nothing can be done there. */
  readonly host: EngineHost;
  /** Runs a command on this machine (claims that need `this-host` or `docker-cli`); recorded as evidence. */
  readonly run: (file: string, args: readonly string[], options?: CommandOptions) => Promise<CommandResult>;
  /** Only one claim at a time is inside a section of this name: for what two claims would disturb each other at. */
  readonly exclusive: <T>(name: string, section: () => Promise<T>) => Promise<T>;
  /** The hosts of a cluster; throws where the target is none, which a need decides before. */
  readonly cluster: ClusterTools;
  /**
   * Calls at another endpoint than the target's, as a registry or an engine of the lab; whether one answers there is not asked
   * before. They are evidence under that name.
   */
  readonly callsAt: (endpoint: Endpoint, name: string) => Promise<Engine>;
  /** Starts hosts of the claim's own; throws where the target is not of the lab, which the need `lab` decides before. */
  readonly lab: LabTools;
  /** Aborts when the claim's limit is over or the run is interrupted. */
  readonly signal: AbortSignal;
}

/** A shared set-up, made when it is first asked for and removed at the end of the run. */
export interface Fixture<T> {
  readonly name: string;
  readonly build: (tools: FixtureTools) => Promise<T>;
}

export type FixtureTools = Pick<
  ClaimTools,
  'engine' | 'make' | 'facts' | 'image' | 'use' | 'cluster' | 'callsAt' | 'lab' | 'signal'
>;

/** Declares a fixture. Names are unique in suites/. */
export function fixture<T>(name: string, build: Fixture<T>['build']): Fixture<T> {
  return { name, build };
}

export interface CommandOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Milliseconds; 10 s where nothing is said. */
  readonly limitMs?: number;
  readonly uid?: number;
  readonly gid?: number;
}

export interface CommandResult {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}
