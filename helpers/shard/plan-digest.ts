/** What all parts of one run have in common, as one value: parts of different plans must not be taken for one run. */
import { createHash } from 'node:crypto';

export interface WholePlan {
  /** Version of this tool. */
  readonly tool: string;
  /** Ids of all targets, in order. */
  readonly targets: readonly string[];
  /** Ids of all selected claims, in order. */
  readonly claims: readonly string[];
  /** The API version that was asked for; null is the tool's own choice. */
  readonly apiVersion: string | null;
  readonly strict: boolean;
  readonly repeat: number;
  /** How many parts there are. */
  readonly count: number;
}

/** SHA-256 of the plan, in hexadecimal. */
export function planDigest(plan: WholePlan): string {
  const { tool, targets, claims, apiVersion, strict, repeat, count } = plan;
  return createHash('sha256')
    .update(JSON.stringify([tool, targets, claims, apiVersion, strict, repeat, count]))
    .digest('hex');
}
