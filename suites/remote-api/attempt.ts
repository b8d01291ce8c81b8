/** Attempts to get in. */
import type { ClaimTools } from '../../helpers/claims/tools';
import { type Answer, errorMessage } from '../../helpers/engine/answer';
import { isEngineTrouble } from '../../helpers/engine/trouble';
import type { Endpoint } from '../../helpers/target/target';
import { whyUnreachable } from '../../helpers/target/why-unreachable';

/** What came of asking an engine for its version: an answer, or why there was none. */
export type Attempt = { readonly answer: Answer } | { readonly refusal: string };

/** Asks at an endpoint, with this project's own client. */
export async function ask(tools: Pick<ClaimTools, 'callsAt'>, endpoint: Endpoint, who: string): Promise<Attempt> {
  const engine = await tools.callsAt(endpoint, who);
  try {
    return { answer: await engine.get('/version', { apiVersion: null, limitMs: 5_000 }) };
  } catch (error) {
    if (!isEngineTrouble(error)) throw error;
    return { refusal: whyUnreachable(error).reason };
  }
}

/** What was seen, for a failure. */
export function seen(attempt: Attempt): string {
  if ('refusal' in attempt) return attempt.refusal;
  return `${attempt.answer.status}: ${errorMessage(attempt.answer).slice(0, 200)}`;
}

/** Whether an engine told its version. */
export function gotIn(attempt: Attempt): boolean {
  if ('refusal' in attempt) return false;
  const { status, json } = attempt.answer;
  return status === 200 && typeof (json as { ApiVersion?: unknown } | undefined)?.ApiVersion === 'string';
}
