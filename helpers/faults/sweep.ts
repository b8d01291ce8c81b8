/** The general sweep: every field that a claim's statement speaks of is left out of the answers once, beside the faults it names. */
import type { Claim } from '../claims/claim';
import { answers } from './answers';
import { drop, parsedJson } from './json';
import type { Fault, Plant } from './plant';
import { bytesOf, isSuccess, withBody } from './reply';
import { type ObservedAnswer, spokenFields } from './spoken-fields';
import { inSession, type TrialTarget } from './trial';

/**
 * The faults of the sweep for one claim. It is tried once more for it, in a session of its own, since only the answers that it
 * gets itself are broken.
 */
export async function sweepFaults(prepared: TrialTarget, claim: Claim): Promise<Fault[]> {
  const observed: ObservedAnswer[] = [];
  await inSession(prepared, observer(observed), (session) => session.judge(claim));
  return spokenFields(claim.statement, observed).map(({ selector, path }) => ({
    what: `${selector} lacks ${path.join('.')}`,
    plant: answers(selector, drop(path)),
  }));
}

/** Changes nothing, and keeps what was answered. */
function observer(into: ObservedAnswer[]): Plant {
  return {
    meant: (_method, path) => !path.startsWith('/events'),
    hand: () => async (call, ask) => {
      const reply = await ask(call);
      const type = String(reply.headers['content-type'] ?? '');
      if (!isSuccess(reply) || !type.includes('json')) return reply;
      const bytes = await bytesOf(reply);
      const document = parsedJson(bytes);
      if (document !== undefined) into.push({ method: call.method, path: call.path, document });
      return withBody(reply, bytes);
    },
  };
}
