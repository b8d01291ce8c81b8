/** What a session is made of, and what it tells while it judges. */
import type { EngineClient } from '../engine/client';
import type { TargetFacts } from '../target/facts';
import type { Endpoint, Target } from '../target/target';
import type { Turn } from './crowd';
import type { Ledger } from './ledger';
import type { ClaimResult } from './result';
import type { SessionCluster } from './session-cluster';
import type { SubnetPool } from './subnets';

export interface SessionParts {
  readonly runId: string;
  readonly target: Target;
  readonly facts: TargetFacts;
  readonly client: EngineClient;
  readonly image: string;
  /** Where the image of further engines comes from, as `--probe-image` says it. */
  readonly probeImage?: string | undefined;
  /** The other hosts and the managers, where the target is a cluster. */
  readonly cluster?: SessionCluster;
  readonly ledger: Ledger;
  /** Ids and names of what was on the engine before the run. */
  readonly there?: ReadonlySet<string>;
  readonly subnets: SubnetPool;
  readonly nextName: () => string;
  /** When this engine's turn is, where several share a machine; at once where nothing is said. */
  readonly turn?: Turn | undefined;
  /** How often each claim is tried. */
  readonly repeat: number;
  /** Where another endpoint than the target's is really called: faults are planted on the way. As it is where nothing is said. */
  readonly through?: (endpoint: Endpoint) => Promise<Endpoint>;
  /** Aborts when the run is interrupted. */
  readonly signal: AbortSignal;
  readonly progress: (event: ProgressEvent) => void;
}

export type ProgressEvent =
  | { readonly kind: 'begun'; readonly claim: string }
  | { readonly kind: 'judged'; readonly result: ClaimResult };

/** The clients of all hosts that are under test. */
export function clientsOf({ client, cluster }: SessionParts): EngineClient[] {
  return [client, ...(cluster?.others ?? []).map(({ run }) => run.client)];
}
